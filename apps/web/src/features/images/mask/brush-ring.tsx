import { Show } from 'solid-js'
import type { Point } from './marks.ts'
import type { MaskPainting } from './mask-painting.ts'
import { toFrame } from './view.ts'

interface BrushRingProps {
  painting: MaskPainting
  /** In the frame. */
  pointer: Point | null
  /** In the picture; keys lead before the pointer. */
  keyed: Point | null
}

/** How far the brush reaches, where it stands. */
export function BrushRing(props: BrushRingProps) {
  const at = () => (props.keyed ? toFrame(props.painting.view(), props.keyed) : props.pointer)
  const shown = () => (props.painting.tool() === 'move' ? null : at())
  const diameter = () => Math.max(4, props.painting.diameter() * props.painting.view().scale)
  return (
    <Show when={shown()}>
      {(point) => (
        <span
          aria-hidden="true"
          class="pointer-events-none absolute -translate-1/2 rounded-full border border-surface outline outline-ink"
          style={{
            left: `${point().x}px`,
            top: `${point().y}px`,
            width: `${diameter()}px`,
            height: `${diameter()}px`,
          }}
        />
      )}
    </Show>
  )
}
