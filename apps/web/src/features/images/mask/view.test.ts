import { assert as holds, double, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitView, isFitted, moveView, pinchView, revealPoint, toFrame, toPicture, zoomView } from './view.ts'

const picture = { width: 1_000, height: 500 }
const frame = { width: 500, height: 500 }
const fitted = fitView(picture, frame)

describe('the picture in its frame', () => {
  it('is shown whole at first, in the middle', () => {
    expect(fitted).toEqual({ scale: 0.5, x: 0, y: 125 })
    expect(isFitted(fitted, picture, frame)).toBe(true)
  })

  it('is never smaller than that, nor sixteen times larger', () => {
    expect(zoomView(fitted, 0.1, { x: 0, y: 0 }, picture, frame)).toEqual(fitted)
    expect(zoomView(fitted, 1_000, { x: 0, y: 0 }, picture, frame).scale).toBe(8)
  })

  it('grows around what is pointed at', () => {
    const around = { x: 200, y: 250 }
    const before = toPicture(fitted, around)
    const after = toPicture(zoomView(fitted, 4, around, picture, frame), around)
    expect(after.x).toBeCloseTo(before.x)
    expect(after.y).toBeCloseTo(before.y)
  })

  it('stays in the middle of an axis on which it has room, and never leaves its frame on the other', () => {
    expect(moveView(fitted, { x: 90, y: 90 }, picture, frame)).toEqual(fitted)
    const zoomed = zoomView(fitted, 4, { x: 250, y: 250 }, picture, frame)
    expect(moveView(zoomed, { x: 10_000, y: -10_000 }, picture, frame)).toEqual({ scale: 2, x: 0, y: -500 })
  })

  it('follows two fingers', () => {
    const spread = pinchView(
      fitted,
      [
        [
          { x: 240, y: 250 },
          { x: 260, y: 250 },
        ],
        [
          { x: 200, y: 250 },
          { x: 300, y: 250 },
        ],
      ],
      picture,
      frame,
    )
    expect(spread.scale).toBe(2.5)
    expect(toPicture(spread, { x: 250, y: 250 })).toEqual({ x: 500, y: 250 })
  })

  it('moves just as far as brings a point into sight', () => {
    const zoomed = zoomView(fitted, 4, { x: 250, y: 250 }, picture, frame)
    expect(toFrame(revealPoint(zoomed, { x: 900, y: 250 }, picture, frame), { x: 900, y: 250 }).x).toBe(500)
    expect(revealPoint(zoomed, { x: 500, y: 250 }, picture, frame)).toEqual(zoomed)
  })
})

it('leads from a point of the picture to the frame and back, however it lies', () => {
  const drawn = record({
    factor: double({ min: 0.1, max: 20, noNaN: true }),
    x: integer({ min: -2_000, max: 2_000 }),
    y: integer({ min: -2_000, max: 2_000 }),
  })
  holds(
    property(drawn, ({ factor, x, y }) => {
      const view = moveView(zoomView(fitted, factor, { x, y }, picture, frame), { x, y }, picture, frame)
      const back = toPicture(view, toFrame(view, { x, y }))
      expect(back.x).toBeCloseTo(x, 6)
      expect(back.y).toBeCloseTo(y, 6)
      expect(view.x).toBeLessThanOrEqual(Math.max(0, (frame.width - picture.width * view.scale) / 2))
    }),
  )
})
