import { createSignal } from 'solid-js'
import { useI18n } from '../words.ts'

interface BeforeAfterProps {
  before: { url: string; label: string }
  after: { url: string; label: string; width: number; height: number }
}

/** Two pictures in one place, and a line between them that is pulled or moved with the arrow keys. */
export function BeforeAfter(props: BeforeAfterProps) {
  const { t, number } = useI18n()
  const [percent, setPercent] = createSignal(50)
  return (
    <div
      class="relative w-full overflow-clip rounded-md bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-accent"
      style={{ 'aspect-ratio': `${props.after.width} / ${props.after.height}` }}
    >
      <img src={props.after.url} alt={props.after.label} class="chequered absolute inset-0 size-full object-contain" />
      <img
        src={props.before.url}
        alt={props.before.label}
        class="chequered absolute inset-0 size-full object-contain"
        style={{ 'clip-path': `inset(0 ${100 - percent()}% 0 0)` }}
      />
      <Side text={props.before.label} class="left-2" isShown={percent() > 12} />
      <Side text={props.after.label} class="right-2" isShown={percent() < 88} />
      <div
        aria-hidden="true"
        class="pointer-events-none absolute inset-y-0 w-0.5 -translate-x-1/2 bg-surface shadow-float"
        style={{ left: `${percent()}%` }}
      >
        <span class="absolute top-1/2 left-1/2 flex size-9 -translate-1/2 items-center justify-center rounded-full border border-line bg-surface text-xs text-ink-2 shadow-float">
          ⇔
        </span>
      </div>
      <input
        type="range"
        min={0}
        max={100}
        step={1}
        value={percent()}
        aria-label={t('images.compare.slider')}
        aria-valuetext={t('images.compare.share', number(percent()))}
        class="absolute inset-0 size-full cursor-ew-resize touch-pan-y opacity-0"
        onInput={(event) => setPercent(event.currentTarget.valueAsNumber)}
      />
    </div>
  )
}

function Side(props: { text: string; class: string; isShown: boolean }) {
  return (
    <span
      aria-hidden="true"
      class={`pointer-events-none absolute top-2 rounded-full bg-surface/90 px-2.5 py-0.5 text-xs text-ink transition-opacity duration-150 ${props.class}`}
      classList={{ 'opacity-0': !props.isShown }}
    >
      {props.text}
    </span>
  )
}
