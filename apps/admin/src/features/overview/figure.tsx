import type { SameHours } from '@mozhou/contracts/overview/answers'
import { For, Show } from 'solid-js'
import { useI18n } from './words.ts'

/** Today's figure, and how far it is from the same hours before. */
export function Figure(props: { figures: SameHours; show: (value: number) => string }) {
  const { t, signed } = useI18n()
  const change = (before: number) =>
    before === 0 ? '' : `${signed(Math.round(((props.figures.today - before) / before) * 100))}%`
  return (
    <>
      <p class="text-2xl font-semibold tabular-nums">{props.show(props.figures.today)}</p>
      <dl class="mt-2 flex flex-col gap-0.5 text-xs text-ink-2">
        <For each={['yesterday', 'lastWeek'] as const}>
          {(when) => (
            <div class="flex items-baseline justify-between gap-3">
              <dt>{t(`overview.${when}`)}</dt>
              <dd class="tabular-nums">
                {props.show(props.figures[when])}
                <Show when={change(props.figures[when])}>
                  {(words) => <span class="ml-2 inline-block min-w-12 text-right text-ink-3">{words()}</span>}
                </Show>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </>
  )
}
