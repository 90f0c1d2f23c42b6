import type { Accessor } from 'solid-js'
import { createSignal } from 'solid-js'
import type { Point } from './marks.ts'
import type { MaskPainting } from './mask-painting.ts'

const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

export interface Key {
  key: string
  isShift: boolean
  isCommand: boolean
}

export interface BrushKeys {
  /** Where the brush stands, in the picture; null until keys have been used. */
  at: Accessor<Point | null>
  /** Whether it was a key of ours. */
  press: (key: Key) => boolean
  /** The pointer has taken over, or the focus has gone: nothing is left half painted. */
  leave: () => void
}

/** Painting without a pointer: arrows move the brush, the space bar sets it down and lifts it. */
export function createBrushKeys(painting: MaskPainting): BrushKeys {
  const [at, setAt] = createSignal<Point | null>(null)
  const middle = () => ({ x: Math.round(painting.picture.width / 2), y: Math.round(painting.picture.height / 2) })

  function step(direction: Point, isShift: boolean): void {
    const { width, height } = painting.picture
    const length = Math.max(1, Math.round(painting.diameter() / 4)) * (isShift ? 4 : 1)
    const from = at() ?? middle()
    const to = {
      x: Math.min(width, Math.max(0, from.x + direction.x * length)),
      y: Math.min(height, Math.max(0, from.y + direction.y * length)),
    }
    setAt(to)
    painting.reveal(to)
    if (painting.line()) painting.extend([to])
  }

  function setDown(): void {
    if (painting.line()) return painting.end()
    if (painting.tool() === 'move') painting.choose('brush')
    const from = at() ?? middle()
    setAt(from)
    painting.begin(from)
  }

  const single: Readonly<Record<string, () => void>> = {
    ' ': setDown,
    b: () => painting.choose('brush'),
    e: () => painting.choose('eraser'),
    h: () => painting.choose('move'),
    '[': () => painting.resize(painting.diameter() / 1.25),
    ']': () => painting.resize(Math.max(painting.diameter() + 1, painting.diameter() * 1.25)),
    '+': () => painting.zoom(1.25),
    '=': () => painting.zoom(1.25),
    '-': () => painting.zoom(0.8),
    '0': () => painting.fit(),
  }

  function command({ key, isShift }: Key): boolean {
    const isUndo = key.toLowerCase() === 'z' && !isShift
    const isRedo = key.toLowerCase() === 'y' || (key.toLowerCase() === 'z' && isShift)
    if (isUndo) painting.undo()
    if (isRedo) painting.redo()
    return isUndo || isRedo
  }

  return {
    at,
    press(key) {
      if (key.isCommand) return command(key)
      const direction = directions[key.key]
      if (direction) step(direction, key.isShift)
      else if (single[key.key.toLowerCase()]) single[key.key.toLowerCase()]?.()
      else return false
      return true
    },
    leave() {
      if (at() !== null && painting.line()) painting.end()
      setAt(null)
    },
  }
}
