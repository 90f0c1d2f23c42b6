import { expect, it } from 'vitest'
import { toMaskPixels } from './mask-pixels.ts'

const white = [255, 255, 255, 255]
const black = [0, 0, 0, 255]
const drawn = (opacity: number) => [255, 255, 255, opacity]

it('makes white of what is marked and black of the rest, without anything between', () => {
  const pixels = new Uint8ClampedArray([drawn(255), drawn(128), drawn(127), drawn(0)].flat())
  expect(toMaskPixels(pixels)).toBe(2)
  expect([...pixels]).toEqual([white, white, black, black].flat())
})

it('says when nothing is marked', () => {
  expect(toMaskPixels(new Uint8ClampedArray(16))).toBe(0)
})
