import type { Mark, Point } from './marks.ts'

/** What is needed of a canvas to draw marks, so that any drawing surface will do. */
export type Brushwork = Pick<
  CanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'scale'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'stroke'
  | 'fillRect'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'strokeStyle'
  | 'fillStyle'
  | 'globalCompositeOperation'
>

export interface Surface {
  context: Brushwork
  /** Pixels of the surface for one of the picture. */
  scale: number
  width: number
  height: number
  paint: string
}

/** The eraser cuts: what it takes away is transparent again. */
export function drawMarks(surface: Surface, marks: readonly Mark[]): void {
  for (const mark of marks) {
    if (mark.kind === 'line') drawLine(surface, mark, mark.points)
    else drawWhole(surface, mark.tool)
  }
}

/** A line, or the piece of it that has just been added. */
export function drawLine(
  { context, scale, paint }: Surface,
  { tool, diameter }: Extract<Mark, { kind: 'line' }>,
  points: readonly Point[],
): void {
  const [first, ...rest] = points
  if (!first) return
  context.save()
  context.globalCompositeOperation = tool === 'brush' ? 'source-over' : 'destination-out'
  context.strokeStyle = paint
  context.lineWidth = diameter
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.scale(scale, scale)
  context.beginPath()
  context.moveTo(first.x, first.y)
  // A single dab is a line to where it stands: its round ends make the dot.
  for (const point of rest.length === 0 ? [first] : rest) context.lineTo(point.x, point.y)
  context.stroke()
  context.restore()
}

function drawWhole({ context, width, height, paint }: Surface, tool: 'brush' | 'eraser'): void {
  context.save()
  context.globalCompositeOperation = tool === 'brush' ? 'source-over' : 'destination-out'
  context.fillStyle = paint
  context.fillRect(0, 0, width, height)
  context.restore()
}
