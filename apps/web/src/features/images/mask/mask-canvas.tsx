import { createSignal, createUniqueId, onCleanup, onMount, Show } from 'solid-js'
import { useI18n } from '../words.ts'
import { createBrushKeys } from './brush-keys.ts'
import { createGestures } from './gestures.ts'
import type { Point } from './marks.ts'
import type { MaskPainting } from './mask-painting.ts'
import { paintOnto } from './paint-surface.ts'
import { BrushRing } from './brush-ring.tsx'

interface MaskCanvasProps {
  painting: MaskPainting
  /** Of the picture that is marked. */
  url: string
}

/** The picture, and over it what is marked; painted with a mouse, a pen, fingers or keys. */
export function MaskCanvas(props: MaskCanvasProps) {
  const { t } = useI18n()
  const hintId = createUniqueId()
  const pointer = usePointer(() => props.painting)
  const keys = createBrushKeys(props.painting)
  const view = () => props.painting.view()
  let frame: HTMLDivElement | undefined
  onMount(() => {
    if (frame) followSize(frame, props.painting)
  })
  return (
    <div
      ref={(element) => (frame = element)}
      role="application"
      aria-label={t('images.mask.canvas')}
      aria-describedby={hintId}
      tabindex="0"
      class="relative h-[42dvh] sm:h-[min(56dvh,42rem)] w-full cursor-crosshair touch-none overflow-clip rounded-md border border-line bg-sunken select-none"
      classList={{ 'cursor-grab': props.painting.tool() === 'move' }}
      {...pointer.handlers(() => keys.leave())}
      onKeyDown={(event) => {
        const isCommand = event.ctrlKey || event.metaKey
        if (!keys.press({ key: event.key, isShift: event.shiftKey, isCommand })) return
        event.preventDefault()
        event.stopPropagation()
      }}
      onBlur={() => keys.leave()}
    >
      <div
        class="absolute top-0 left-0 origin-top-left"
        style={{
          width: `${props.painting.picture.width}px`,
          height: `${props.painting.picture.height}px`,
          transform: `translate(${view().x}px, ${view().y}px) scale(${view().scale})`,
        }}
      >
        <img src={props.url} alt="" draggable={false} class="absolute inset-0 size-full max-w-none" />
        <canvas
          ref={(canvas) => paintOnto(canvas, props.painting)}
          class="absolute inset-0 size-full text-accent opacity-60"
          aria-hidden="true"
        />
      </div>
      <BrushRing painting={props.painting} pointer={pointer.at()} keyed={keys.at()} />
      <p id={hintId} class="sr-only">
        {t('images.mask.keys')}
      </p>
      <Show when={keys.at()}>
        {(at) => (
          <p role="status" class="sr-only">
            {t(
              props.painting.line() ? 'images.mask.down' : 'images.mask.lifted',
              String(Math.round((at().x / props.painting.picture.width) * 100)),
              String(Math.round((at().y / props.painting.picture.height) * 100)),
            )}
          </p>
        )}
      </Show>
    </div>
  )
}

function followSize(frame: HTMLDivElement, painting: MaskPainting): void {
  const measure = () => painting.setFrame({ width: frame.clientWidth, height: frame.clientHeight })
  measure()
  const observer = new ResizeObserver(measure)
  observer.observe(frame)
  onCleanup(() => observer.disconnect())
}

function usePointer(painting: () => MaskPainting) {
  const [at, setAt] = createSignal<Point | null>(null)
  const gestures = createGestures(painting())
  const pointOf = (event: PointerEvent | WheelEvent, frame: Element): Point => {
    const box = frame.getBoundingClientRect()
    return { x: event.clientX - box.left - frame.clientLeft, y: event.clientY - box.top - frame.clientTop }
  }
  const stop = (event: PointerEvent, isCancelled: boolean) => {
    gestures.stop(event.pointerId, isCancelled)
    if (event.pointerType !== 'mouse') setAt(null)
  }
  return {
    at,
    handlers: (onTaken: () => void) => ({
      onPointerDown(event: PointerEvent & { currentTarget: HTMLDivElement }) {
        if (event.pointerType === 'mouse' && event.button > 1) return
        event.preventDefault()
        event.currentTarget.focus({ preventScroll: true })
        event.currentTarget.setPointerCapture(event.pointerId)
        onTaken()
        gestures.start({ id: event.pointerId, at: pointOf(event, event.currentTarget) }, event.button === 1)
      },
      onPointerMove(event: PointerEvent & { currentTarget: HTMLDivElement }) {
        const frame = event.currentTarget
        const now = pointOf(event, frame)
        setAt(now)
        const steps = event.getCoalescedEvents().map((step) => pointOf(step, frame))
        gestures.go({ id: event.pointerId, at: now }, steps.length > 0 ? steps : [now])
      },
      onPointerUp: (event: PointerEvent) => stop(event, false),
      onPointerCancel: (event: PointerEvent) => stop(event, true),
      onPointerLeave: () => setAt(null),
      // A wheel alone moves the page, as anywhere else.
      onWheel(event: WheelEvent & { currentTarget: HTMLDivElement }) {
        if (!event.ctrlKey && !event.metaKey) return
        event.preventDefault()
        painting().zoom(Math.exp(-event.deltaY / 300), pointOf(event, event.currentTarget))
      },
    }),
  }
}
