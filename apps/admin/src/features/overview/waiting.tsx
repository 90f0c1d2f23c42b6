import type { WaitingDto } from '@mozhou/contracts/overview/answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import { useI18n } from './words.ts'

/** How many wait, and since when. */
export function Waiting(props: { waiting: WaitingDto; hint?: string }) {
  const { t, number, time, exactTime } = useI18n()
  return (
    <>
      <p class="text-2xl font-semibold tabular-nums" classList={{ 'text-danger': props.waiting.count > 0 }}>
        {number(props.waiting.count)}
      </p>
      <p class="mt-1 text-xs text-ink-2">
        <Show when={props.waiting.oldestAt} fallback={t('overview.nothing')}>
          {(at) => <time title={exactTime(at())}>{t('overview.oldest', time(at()))}</time>}
        </Show>
        <Show when={props.hint}>
          <span class="ml-2">{props.hint}</span>
        </Show>
      </p>
    </>
  )
}

/** One line of a card that has several. `lateMs`: from this age on somebody should look. */
export function WaitingLine(props: { label: JSX.Element; waiting: WaitingDto; lateMs: number }) {
  const { t, number, time, exactTime } = useI18n()
  const isLate = () => props.waiting.oldestAt !== null && Date.now() - Date.parse(props.waiting.oldestAt) > props.lateMs
  return (
    <li class="flex flex-wrap items-center justify-between gap-x-3 py-1.5 text-sm">
      <span>{props.label}</span>
      <span class="flex items-center gap-2 text-xs text-ink-2 tabular-nums">
        <Show when={props.waiting.oldestAt}>
          {(at) => <time title={exactTime(at())}>{t('overview.oldest', time(at()))}</time>}
        </Show>
        <Badge tone={isLate() ? 'danger' : 'neutral'}>{number(props.waiting.count)}</Badge>
      </span>
    </li>
  )
}
