import { createMemo, For, Show } from 'solid-js'
import { lineDiff } from '../prompts/line-diff.ts'
import { useI18n } from './words.ts'

/** What would come and go with this list, line by line; what stays is left out. */
export function WordDiff(props: { held: string; text: string }) {
  const { t } = useI18n()
  const parts = createMemo(() => lineDiff(props.held, props.text).filter(({ kind }) => kind !== 'same'))
  return (
    <Show when={parts().length > 0} fallback={<p class="text-sm text-ink-2">{t('platformRules.same')}</p>}>
      <p class="mb-3 flex gap-4 text-xs">
        <span class="rounded-sm bg-success-soft px-1.5 py-0.5 text-success">{t('platformRules.added')}</span>
        <span class="rounded-sm bg-danger-soft px-1.5 py-0.5 text-danger">{t('platformRules.removed')}</span>
      </p>
      <div class="font-mono text-sm break-words whitespace-pre-wrap">
        <For each={parts()}>
          {(part) => (
            <Show
              when={part.kind === 'added'}
              fallback={<del class="block bg-danger-soft px-2 text-danger">{part.text}</del>}
            >
              <ins class="block bg-success-soft px-2 text-success no-underline">{part.text}</ins>
            </Show>
          )}
        </For>
      </div>
    </Show>
  )
}
