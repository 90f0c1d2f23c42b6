import { For } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'

export interface Bar {
  name: string
  value: number
  /** How much of it failed; drawn at the foot. */
  part: number
}

const height = 120
const step = 32
const width = 20

/** A column a day, the highest as high as the chart. The table below says the same in numbers. */
export function UsageChart(props: { label: string; bars: readonly Bar[] }) {
  const { number } = useI18n()
  const highest = () => Math.max(1, ...props.bars.map((bar) => bar.value))
  const scaled = (value: number) => (value / highest()) * height
  const words = (bar: Bar) => `${bar.name}: ${number(bar.value)}`
  return (
    <div class="overflow-x-auto" tabindex="0" role="group" aria-label={props.label}>
      <svg
        role="img"
        aria-label={props.bars.map(words).join(', ')}
        viewBox={`0 0 ${Math.max(1, props.bars.length) * step} ${height + 22}`}
        class="h-40 max-w-none"
        preserveAspectRatio="xMinYMax meet"
      >
        <For each={props.bars}>
          {(bar, index) => (
            <g>
              <title>{words(bar)}</title>
              <rect
                x={index() * step + (step - width) / 2}
                y={height - scaled(bar.value)}
                width={width}
                height={scaled(bar.value)}
                rx="3"
                class="fill-accent"
              />
              <rect
                x={index() * step + (step - width) / 2}
                y={height - scaled(bar.part)}
                width={width}
                height={scaled(bar.part)}
                class="fill-danger-solid"
              />
              <text x={index() * step + step / 2} y={height + 14} text-anchor="middle" font-size="7" class="fill-ink-2">
                {shortened(bar.name)}
              </text>
            </g>
          )}
        </For>
      </svg>
    </div>
  )
}

/** A day without its year. */
function shortened(name: string): string {
  return /^\d{4}-(\d{2}-\d{2})$/.exec(name)?.[1] ?? name
}
