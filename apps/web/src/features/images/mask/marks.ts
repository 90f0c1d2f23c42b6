/** In pixels of the source picture, from its upper left corner. */
export interface Point {
  x: number
  y: number
}

export interface Size {
  width: number
  height: number
}

/** The brush marks what is made anew, the eraser takes that back. */
export type MaskTool = 'brush' | 'eraser'

/** One act of the hand: a line of the tool's width, or the whole picture at once. */
export type Mark =
  | { kind: 'line'; tool: MaskTool; diameter: number; points: readonly Point[] }
  | { kind: 'whole'; tool: MaskTool }

/** What a mask is made of: its marks in their order, and those that were undone, the next to redo last. */
export interface Marks {
  done: readonly Mark[]
  undone: readonly Mark[]
}

export const noMarks: Marks = { done: [], undone: [] }

/** Whatever had been undone is given up: history has gone on from here. */
export function addMark(marks: Marks, mark: Mark): Marks {
  return { done: [...marks.done, mark], undone: [] }
}

export function undoMark(marks: Marks): Marks {
  const last = marks.done.at(-1)
  return last ? { done: marks.done.slice(0, -1), undone: [...marks.undone, last] } : marks
}

export function redoMark(marks: Marks): Marks {
  const next = marks.undone.at(-1)
  return next ? { done: [...marks.done, next], undone: marks.undone.slice(0, -1) } : marks
}

/** Marks that still show: a mark of the whole picture lies over all that came before it. */
export function shownMarks(marks: Marks): readonly Mark[] {
  const start = marks.done.findLastIndex(({ kind }) => kind === 'whole')
  return marks.done.slice(Math.max(0, start))
}

/** Something may be marked; whether an eraser has taken all of it away only the pixels can tell. */
export function mayCover(marks: Marks): boolean {
  return shownMarks(marks).some(({ tool }) => tool === 'brush')
}

/** The brush at first: thick enough for a face or a word, whatever the picture's size. */
export function firstDiameter({ width, height }: Size): number {
  return clampDiameter(Math.min(width, height) / 12, { width, height })
}

export function diameterRange({ width, height }: Size): { min: number; max: number } {
  const shorter = Math.min(width, height)
  return { min: Math.max(1, Math.round(shorter / 200)), max: Math.max(2, Math.round(shorter / 2)) }
}

export function clampDiameter(diameter: number, picture: Size): number {
  const { min, max } = diameterRange(picture)
  return Math.round(Math.min(max, Math.max(min, diameter)))
}
