import type { Accessor } from 'solid-js'
import { createSignal } from 'solid-js'
import type { Mark, Marks, MaskTool, Point, Size } from './marks.ts'
import { addMark, clampDiameter, firstDiameter, mayCover, noMarks, redoMark, undoMark } from './marks.ts'
import type { View } from './view.ts'
import { fitView, isFitted, moveView, pinchView, revealPoint, zoomView } from './view.ts'

export type HandTool = MaskTool | 'move'

/** A line on its way: drawn at once, a mark only when the hand is lifted. */
export interface Line {
  tool: MaskTool
  diameter: number
  points: readonly Point[]
}

export interface MaskPainting {
  picture: Size
  marks: Accessor<Marks>
  tool: Accessor<HandTool>
  diameter: Accessor<number>
  view: Accessor<View>
  frame: Accessor<Size>
  line: Accessor<Line | null>
  isFitted: Accessor<boolean>
  mayCover: Accessor<boolean>
  canUndo: Accessor<boolean>
  canRedo: Accessor<boolean>
  choose: (tool: HandTool) => void
  resize: (diameter: number) => void
  begin: (at: Point) => void
  extend: (points: readonly Point[]) => void
  end: () => void
  /** Gives up the line on its way, as when a second finger shows that it was no painting. */
  drop: () => void
  markAll: () => void
  clear: () => void
  undo: () => void
  redo: () => void
  setFrame: (frame: Size) => void
  zoom: (factor: number, around?: Point) => void
  move: (by: Point) => void
  pinch: (fingers: Parameters<typeof pinchView>[1]) => void
  reveal: (point: Point) => void
  fit: () => void
}

/** Everything about a mask that is painted but the painting surface itself. */
export function createMaskPainting(picture: Size): MaskPainting {
  const [marks, setMarks] = createSignal(noMarks)
  const [tool, setTool] = createSignal<HandTool>('brush')
  const [diameter, setDiameter] = createSignal(firstDiameter(picture))
  const [line, setLine] = createSignal<Line | null>(null)
  const add = (mark: Mark) => setMarks((before) => addMark(before, mark))
  return {
    picture,
    marks,
    tool,
    diameter,
    line,
    ...createView(picture),
    mayCover: () => mayCover(marks()),
    canUndo: () => marks().done.length > 0,
    canRedo: () => marks().undone.length > 0,
    choose: setTool,
    resize: (wanted) => setDiameter(clampDiameter(wanted, picture)),
    begin(at) {
      const chosen = tool()
      if (chosen !== 'move') setLine({ tool: chosen, diameter: diameter(), points: [at] })
    },
    extend: (points) => setLine((now) => now && { ...now, points: [...now.points, ...points] }),
    end() {
      const ended = line()
      setLine(null)
      if (ended) add({ kind: 'line', ...ended })
    },
    drop: () => setLine(null),
    markAll: () => add({ kind: 'whole', tool: 'brush' }),
    clear: () => add({ kind: 'whole', tool: 'eraser' }),
    undo: () => setMarks(undoMark),
    redo: () => setMarks(redoMark),
  }
}

function createView(picture: Size) {
  const [frame, setFrame] = createSignal<Size>({ width: picture.width, height: picture.height })
  const [view, setView] = createSignal(fitView(picture, frame()))
  const middle = () => ({ x: frame().width / 2, y: frame().height / 2 })
  return {
    view,
    frame,
    isFitted: () => isFitted(view(), picture, frame()),
    setFrame(next: Size) {
      if (next.width <= 0 || next.height <= 0) return
      const wasWhole = isFitted(view(), picture, frame())
      setFrame(next)
      // A window that turns or grows shows all of it again; whoever looked closely goes on from there.
      setView((now) => (wasWhole ? fitView(picture, next) : zoomView(now, 1, middle(), picture, next)))
    },
    zoom: (factor: number, around?: Point) =>
      void setView((now) => zoomView(now, factor, around ?? middle(), picture, frame())),
    move: (by: Point) => void setView((now) => moveView(now, by, picture, frame())),
    pinch: (fingers: Parameters<typeof pinchView>[1]) =>
      void setView((now) => pinchView(now, fingers, picture, frame())),
    reveal: (point: Point) => void setView((now) => revealPoint(now, point, picture, frame())),
    fit: () => void setView(fitView(picture, frame())),
  }
}
