import { createRoot } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { createBrushKeys } from './brush-keys.ts'
import { createGestures } from './gestures.ts'
import type { MaskPainting } from './mask-painting.ts'
import { createMaskPainting } from './mask-painting.ts'

/** A picture of 1000 × 1000, shown at half its size. */
function painter(): MaskPainting {
  const painting = createRoot(() => createMaskPainting({ width: 1_000, height: 1_000 }))
  painting.setFrame({ width: 500, height: 500 })
  return painting
}

const at = (x: number, y: number) => ({ x, y })

describe('pointers', () => {
  it('paint a line in the pixels of the picture, which is a mark when the hand is lifted', () => {
    const painting = painter()
    const hand = createGestures(painting)
    hand.start({ id: 1, at: at(10, 10) }, false)
    hand.go({ id: 1, at: at(30, 10) }, [at(20, 10), at(30, 10)])
    expect(painting.marks().done).toEqual([])
    hand.stop(1, false)
    expect(painting.marks().done).toEqual([
      { kind: 'line', tool: 'brush', diameter: 83, points: [at(20, 20), at(40, 20), at(60, 20)] },
    ])
  })

  it('paint where they point, however close one looks', () => {
    const painting = painter()
    painting.zoom(4, at(0, 0))
    const hand = createGestures(painting)
    hand.start({ id: 1, at: at(100, 100) }, false)
    hand.stop(1, false)
    expect(painting.marks().done).toMatchObject([{ points: [at(50, 50)] }])
  })

  it('move and zoom with a second finger, and what the first began is no mark', () => {
    const painting = painter()
    const hand = createGestures(painting)
    hand.start({ id: 1, at: at(200, 250) }, false)
    hand.go({ id: 1, at: at(210, 250) }, [at(210, 250)])
    hand.start({ id: 2, at: at(310, 250) }, false)
    hand.go({ id: 2, at: at(410, 250) }, [at(410, 250)])
    expect(painting.view().scale).toBe(1)
    hand.stop(2, false)
    // The finger that stayed must not paint across the picture now.
    hand.go({ id: 1, at: at(400, 400) }, [at(400, 400)])
    hand.stop(1, false)
    expect(painting.marks().done).toEqual([])
    hand.start({ id: 3, at: at(5, 5) }, false)
    hand.stop(3, false)
    expect(painting.marks().done).toHaveLength(1)
  })

  it('move with the hand tool or the middle button', () => {
    const painting = painter()
    painting.zoom(4, at(0, 0))
    const hand = createGestures(painting)
    hand.start({ id: 1, at: at(300, 300) }, true)
    hand.go({ id: 1, at: at(200, 300) }, [at(200, 300)])
    hand.stop(1, false)
    expect(painting.view()).toEqual({ scale: 2, x: -100, y: 0 })
    expect(painting.canUndo()).toBe(false)
  })

  it('leave nothing when the system takes them away', () => {
    const painting = painter()
    const hand = createGestures(painting)
    hand.start({ id: 1, at: at(10, 10) }, false)
    hand.stop(1, true)
    expect(painting.marks().done).toEqual([])
    expect(painting.line()).toBeNull()
  })
})

describe('keys', () => {
  const key = (name: string, more: { isShift?: boolean; isCommand?: boolean } = {}) => ({
    key: name,
    isShift: false,
    isCommand: false,
    ...more,
  })

  it('set the brush down, draw with the arrows and lift it', () => {
    const painting = painter()
    painting.resize(80)
    const keys = createBrushKeys(painting)
    for (const name of ['ArrowLeft', ' ', 'ArrowDown', 'ArrowDown', ' ']) expect(keys.press(key(name))).toBe(true)
    expect(painting.marks().done).toEqual([
      { kind: 'line', tool: 'brush', diameter: 80, points: [at(480, 500), at(480, 520), at(480, 540)] },
    ])
  })

  it('stop at the edge of the picture', () => {
    const painting = painter()
    const keys = createBrushKeys(painting)
    for (let press = 0; press < 100; press += 1) keys.press(key('ArrowRight', { isShift: true }))
    expect(keys.at()).toEqual(at(1_000, 500))
  })

  it('keep what was painted when the focus goes', () => {
    const painting = painter()
    const keys = createBrushKeys(painting)
    keys.press(key(' '))
    keys.leave()
    expect(painting.marks().done).toHaveLength(1)
    expect(painting.line()).toBeNull()
  })

  it('choose tools, change the size, zoom, undo and redo', () => {
    const painting = painter()
    const keys = createBrushKeys(painting)
    keys.press(key('e'))
    expect(painting.tool()).toBe('eraser')
    const before = painting.diameter()
    keys.press(key(']'))
    expect(painting.diameter()).toBeGreaterThan(before)
    keys.press(key('+'))
    expect(painting.isFitted()).toBe(false)
    keys.press(key('0'))
    expect(painting.isFitted()).toBe(true)
    painting.markAll()
    keys.press(key('z', { isCommand: true }))
    expect(painting.canUndo()).toBe(false)
    keys.press(key('Z', { isCommand: true, isShift: true }))
    expect(painting.canUndo()).toBe(true)
  })

  it('leave other keys to the browser', () => {
    const keys = createBrushKeys(painter())
    expect([keys.press(key('Tab')), keys.press(key('a', { isCommand: true }))]).toEqual([false, false])
  })
})
