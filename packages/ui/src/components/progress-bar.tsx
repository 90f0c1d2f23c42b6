import { classNames } from '../theme/class-names.ts'

interface ProgressBarProps {
  label: string
  value: number
  max: number
  /** What it stands at, in words; without them assistive technology reads percents. */
  words?: string
  /** `progress`: of something under way; `meter`: how much of something is taken. */
  kind?: 'progress' | 'meter'
  /** Nearly all of it is taken. */
  isHigh?: boolean
  class?: string
}

/** How far something is, drawn alike in every browser and both themes: native ones take neither our colours nor a track of their own. */
export function ProgressBar(props: ProgressBarProps) {
  const percent = () => (props.max > 0 ? Math.min(100, Math.max(0, (props.value / props.max) * 100)) : 0)
  return (
    <div
      role={props.kind === 'meter' ? 'meter' : 'progressbar'}
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(percent())}
      aria-valuetext={props.words}
      class={classNames(
        'h-1.5 w-full overflow-clip rounded-full bg-line-strong forced-colors:border forced-colors:border-[CanvasText]',
        props.class,
      )}
    >
      <div
        class={classNames(
          'h-full rounded-full transition-[width] duration-150 forced-colors:bg-[Highlight] forced-colors:forced-color-adjust-none',
          props.isHigh ? 'bg-warning' : 'bg-accent',
          // A little of much is still seen.
          percent() > 0 && 'min-w-1.5',
        )}
        style={{ width: `${percent()}%` }}
      />
    </div>
  )
}
