import type { VersionDto } from '@mozhou/contracts/creations'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { createMemo, For, Match, Show, Switch } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { resultMarkdown } from '../writing/result-markdown.ts'
import { segmentDiff } from './segment-diff.ts'

/** Without the Markdown marks, which say nothing to a reader. */
function readable(tool: ToolDefinition, version: Pick<VersionDto, 'result'>): string {
  return resultMarkdown(tool, version.result).replace(/^(?:#{1,6}|>)\s+|\*\*/gmu, '')
}

/** What changed from one version to another, word by word. */
export function VersionDiff(props: {
  tool: ToolDefinition
  before: Pick<VersionDto, 'result'>
  after: Pick<VersionDto, 'result'>
}) {
  const { t } = useI18n()
  const parts = createMemo(() => segmentDiff(readable(props.tool, props.before), readable(props.tool, props.after)))
  const hasChanged = () => parts().some((part) => part.kind !== 'same')
  return (
    <Show when={hasChanged()} fallback={<p class="text-sm text-ink-2">{t('creations.noDifference')}</p>}>
      <p class="mb-3 flex gap-4 text-xs">
        <ins class="rounded-sm bg-success-soft px-1.5 py-0.5 text-success no-underline">{t('creations.added')}</ins>
        <del class="rounded-sm bg-danger-soft px-1.5 py-0.5 text-danger">{t('creations.removed')}</del>
      </p>
      <div class="max-w-[46rem] leading-loose break-words whitespace-pre-wrap">
        <For each={parts()}>
          {(part) => (
            <Switch fallback={<span>{part.text}</span>}>
              <Match when={part.kind === 'added'}>
                <ins class="rounded-sm bg-success-soft text-success no-underline">{part.text}</ins>
              </Match>
              <Match when={part.kind === 'removed'}>
                <del class="rounded-sm bg-danger-soft text-danger">{part.text}</del>
              </Match>
            </Switch>
          )}
        </For>
      </div>
    </Show>
  )
}
