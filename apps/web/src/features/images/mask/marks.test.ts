import { describe, expect, it } from 'vitest'
import type { Mark, Marks } from './marks.ts'
import {
  addMark,
  clampDiameter,
  diameterRange,
  firstDiameter,
  mayCover,
  noMarks,
  redoMark,
  shownMarks,
  undoMark,
} from './marks.ts'

const line = (x: number, tool: 'brush' | 'eraser' = 'brush'): Mark => ({
  kind: 'line',
  tool,
  diameter: 10,
  points: [{ x, y: 0 }],
})
const whole = (tool: 'brush' | 'eraser'): Mark => ({ kind: 'whole', tool })
const marked = (...all: Mark[]): Marks => all.reduce(addMark, noMarks)

describe('undo and redo', () => {
  it('takes back one mark at a time, and gives them back in their order', () => {
    const both = marked(line(1), line(2))
    const none = undoMark(undoMark(both))
    expect(none.done).toEqual([])
    expect(redoMark(none).done).toEqual([line(1)])
    expect(redoMark(redoMark(none))).toEqual(both)
  })

  it('gives up what was undone once something else is painted', () => {
    const changed = addMark(undoMark(marked(line(1), line(2))), line(3))
    expect(redoMark(changed)).toBe(changed)
    expect(changed.done).toEqual([line(1), line(3)])
  })

  it('does nothing at either end', () => {
    expect(undoMark(noMarks)).toBe(noMarks)
    expect(redoMark(noMarks)).toBe(noMarks)
  })

  it('takes back a clearing as any other mark', () => {
    expect(undoMark(marked(line(1), whole('eraser')))).toMatchObject({ done: [line(1)] })
  })
})

describe('what still shows', () => {
  it.each([
    { name: 'nothing painted', marks: noMarks, shown: [], covers: false },
    { name: 'lines', marks: marked(line(1), line(2)), shown: [line(1), line(2)], covers: true },
    { name: 'cleared', marks: marked(line(1), whole('eraser')), shown: [whole('eraser')], covers: false },
    {
      name: 'painted after clearing',
      marks: marked(line(1), whole('eraser'), line(2)),
      shown: [whole('eraser'), line(2)],
      covers: true,
    },
    { name: 'all of it', marks: marked(line(1), whole('brush')), shown: [whole('brush')], covers: true },
    { name: 'only erased', marks: marked(line(1, 'eraser')), shown: [line(1, 'eraser')], covers: false },
  ])('$name', ({ marks, shown, covers }) => {
    expect(shownMarks(marks)).toEqual(shown)
    expect(mayCover(marks)).toBe(covers)
  })
})

describe('the brush', () => {
  it('is measured by the picture', () => {
    expect(firstDiameter({ width: 1536, height: 1024 })).toBe(85)
    expect(diameterRange({ width: 1536, height: 1024 })).toEqual({ min: 5, max: 512 })
  })

  it('stays within what makes sense on it', () => {
    expect(clampDiameter(0, { width: 1024, height: 1024 })).toBe(5)
    expect(clampDiameter(9_999, { width: 1024, height: 1024 })).toBe(512)
    expect(clampDiameter(3, { width: 2, height: 2 })).toBe(2)
  })
})
