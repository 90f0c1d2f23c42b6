import { createMemo, For, Show } from 'solid-js'
import { lineDiff } from '../prompts/line-diff.ts'
import { useI18n } from './words.ts'

/** What would come and go with this list, line by line; what stays is left out. */
export function WordDiff(props: { held: string; text: string }) {
  const { t } = useI18n()
  const parts = createMemo(() => lineDiff(props.held, props.text).filter(({ kind }) => kind !== 'same'))
  return (
    <Show when={parts().length > 0} fallback={<p class="text-sm text-ink-2">{t('platformRules.same')}</p>}>
      <div class="font-mono text-sm break-words whitespace-pre-wrap">
        <For each={parts()}>
          {(part) => (
            <Show
              when={part.kind === 'added'}
              fallback={
                <del class="block bg-danger-soft px-2 text-danger" aria-label={t('platformRules.removed')}>
                  {part.text}
                </del>
              }
            >
              <ins class="block bg-success-soft px-2 text-success no-underline" aria-label={t('platformRules.added')}>
                {part.text}
              </ins>
            </Show>
          )}
        </For>
      </div>
    </Show>
  )
}
