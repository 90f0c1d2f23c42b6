import { createMemo, For, Match, Show, Switch } from 'solid-js'
import { useI18n } from './words.ts'
import { lineDiff } from './line-diff.ts'

/** What this version changes about the live one, line by line. */
export function PromptDiff(props: { live: string; text: string }) {
  const { t } = useI18n()
  const parts = createMemo(() => lineDiff(props.live, props.text))
  const hasChanged = () => parts().some((part) => part.kind !== 'same')
  return (
    <Show when={hasChanged()} fallback={<p class="text-sm text-ink-2">{t('prompts.same')}</p>}>
      <p class="mb-3 flex gap-4 text-xs">
        <ins class="rounded-sm bg-success-soft px-1.5 py-0.5 text-success no-underline">{t('prompts.added')}</ins>
        <del class="rounded-sm bg-danger-soft px-1.5 py-0.5 text-danger">{t('prompts.removed')}</del>
      </p>
      <div class="text-sm leading-relaxed break-words whitespace-pre-wrap">
        <For each={parts()}>
          {(part) => (
            <Switch fallback={<p class="px-2">{part.text}</p>}>
              <Match when={part.kind === 'added'}>
                <ins class="block bg-success-soft px-2 text-success no-underline">{part.text}</ins>
              </Match>
              <Match when={part.kind === 'removed'}>
                <del class="block bg-danger-soft px-2 text-danger">{part.text}</del>
              </Match>
            </Switch>
          )}
        </For>
      </div>
    </Show>
  )
}
