import { For } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import type { Bar } from './usage-chart.tsx'

/** A line each, the longest as wide as the card: names stay whole. The table below says the same in numbers. */
export function UsageBars(props: { label: string; bars: readonly Bar[] }) {
  const { number } = useI18n()
  const highest = () => Math.max(1, ...props.bars.map((bar) => bar.value))
  const share = (value: number) => (value / highest()) * 100
  return (
    <ul aria-label={props.label} class="flex flex-col gap-2">
      <For each={props.bars}>
        {(bar) => (
          <li class="grid grid-cols-[minmax(6rem,12rem)_minmax(0,1fr)_4rem] items-center gap-3 text-sm">
            <span class="truncate" title={bar.name}>
              {bar.name}
            </span>
            <svg
              viewBox="0 0 100 10"
              preserveAspectRatio="none"
              class="h-3 w-full rounded-sm bg-sunken"
              aria-hidden="true"
            >
              <rect width={share(bar.value)} height="10" class="fill-accent" />
              <rect width={share(bar.part)} height="10" class="fill-danger-solid" />
            </svg>
            <span class="text-right text-ink-2 tabular-nums">{number(bar.value)}</span>
          </li>
        )}
      </For>
    </ul>
  )
}
