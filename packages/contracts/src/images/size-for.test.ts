import { describe, expect, it } from 'vitest'
import { takesSize } from '../models/image-abilities.ts'
import { imageAbilitiesOf } from '../models/image-limits/abilities-of.ts'
import { imageSizeKeys, imageSizes } from './kinds.ts'
import { cutFor, sizeFor } from './size-for.ts'

const models = [
  ['openai', 'gpt-image-1.5'],
  ['openai', 'gpt-image-2'],
  ['qwen', 'wan2.2-t2i-flash'],
  ['qwen', 'qwen-image'],
  ['zhipu', 'cogview-4-250304'],
  ['stability', 'core'],
  ['automatic1111', 'default'],
] as const
const ratioOf = (key: (typeof imageSizeKeys)[number]) => imageSizes[key].ratio.width / imageSizes[key].ratio.height

describe('every shape', () => {
  const pairs = models.flatMap(([vendor, name]) => imageSizeKeys.map((key) => [vendor, name, key] as const))

  it.each(pairs)('%s %s: %s is asked for in a size that the model makes, and cut to its shape', (vendor, name, key) => {
    const { sizes } = imageAbilitiesOf(vendor, name)
    const size = sizeFor(sizes, ratioOf(key))
    if (size === null) throw new Error('no size')
    expect(takesSize(sizes, size)).toBe(true)
    const cut = cutFor(size, ratioOf(key)) ?? size
    expect(cut.width / cut.height / ratioOf(key)).toBeCloseTo(1, 1)
    expect(cut.width).toBeLessThanOrEqual(size.width)
    expect(cut.height).toBeLessThanOrEqual(size.height)
    expect((cut.width * cut.height) / (size.width * size.height)).toBeGreaterThanOrEqual(0.49)
  })
})

it('is none of a model that would lose more than half', () => {
  expect(sizeFor({ kind: 'listed', sizes: [{ width: 1024, height: 1024 }] }, 3)).toBeNull()
  expect(sizeFor({ kind: 'listed', sizes: [] }, 1)).toBeNull()
})

it('leaves a picture alone that has the shape as vendors round it', () => {
  expect(cutFor({ width: 1280, height: 720 }, 16 / 9)).toBeNull()
  expect(cutFor({ width: 1536, height: 1024 }, 2.35)).toEqual({ width: 1536, height: 654 })
})
