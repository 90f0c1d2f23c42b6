import { createEffect, on } from 'solid-js'
import type { Surface } from './draw-marks.ts'
import { drawLine, drawMarks } from './draw-marks.ts'
import type { Size } from './marks.ts'
import { shownMarks } from './marks.ts'
import type { Line, MaskPainting } from './mask-painting.ts'

/** No screen shows more, and a canvas of fifty megapixels would cost a phone its memory; what is exported is drawn anew. */
const mostShown = 2_048

export function shownSize({ width, height }: Size): Size & { scale: number } {
  const scale = Math.min(1, mostShown / Math.max(width, height))
  return { scale, width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** Keeps a canvas showing the mask: a line on its way piece by piece, everything anew after whatever else. */
export function paintOnto(canvas: HTMLCanvasElement, painting: MaskPainting): void {
  const size = shownSize(painting.picture)
  canvas.width = size.width
  canvas.height = size.height
  const surface = (): Surface | null => {
    const context = canvas.getContext('2d')
    return context && { context, ...size, paint: getComputedStyle(canvas).color }
  }
  let drawn = 0

  function drawAll(): void {
    drawn = 0
    const whole = surface()
    if (!whole) return
    canvas.getContext('2d')?.clearRect(0, 0, size.width, size.height)
    drawMarks(whole, shownMarks(painting.marks()))
  }

  function drawOn(line: Line): void {
    const whole = surface()
    if (!whole) return
    // From the point that was drawn last, so that no gap is left.
    drawLine(whole, { kind: 'line', ...line }, line.points.slice(Math.max(0, drawn - 1)))
    drawn = line.points.length
  }

  createEffect(on(painting.marks, drawAll))
  createEffect(
    on(painting.line, (line, before) => {
      if (line) drawOn(line)
      else if (before) drawAll()
    }),
  )
}
