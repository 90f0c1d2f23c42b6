import { describe, expect, it } from 'vitest'
import { nearestRatio, takesSize, whyUnable, type ImageAbilities, type ImageWish } from './image-abilities.ts'

const abilities: ImageAbilities = {
  operations: ['generate', 'edit', 'variation', 'upscale'],
  sizes: { kind: 'listed', sizes: [{ width: 1024, height: 1024 }] },
  maxCount: 2,
  formats: ['image/png'],
  maxPromptChars: 10,
  maxNegativeChars: 5,
  source: { types: ['image/png'], minSide: 64, maxSide: 2048, maxPixels: 2_000_000, maxBytes: 1_000 },
  mask: { exactness: 'guide', maxBytes: 500 },
  upscaleFactors: [2],
  isModerated: true,
  findsLostTasks: false,
}
const picture = { type: 'image/png' as const, width: 512, height: 512, bytes: 900 }
const generate: ImageWish = {
  operation: 'generate',
  size: { width: 1024, height: 1024 },
  count: 1,
  format: 'image/png',
  promptChars: 5,
  negativeChars: 0,
  source: null,
  mask: null,
  factor: null,
}
const edit: ImageWish = {
  ...generate,
  operation: 'edit',
  size: null,
  source: picture,
  mask: { ...picture, bytes: 400 },
}
const upscale: ImageWish = { ...edit, operation: 'upscale', mask: null, factor: 2, promptChars: 0 }

describe('a wish that a model cannot fulfil names the field and the rule', () => {
  const cases: [ImageWish, string | null][] = [
    [generate, null],
    [edit, null],
    [upscale, null],
    [{ ...generate, operation: 'restyle', source: picture }, 'operation:not_offered'],
    [{ ...generate, size: null }, 'size:required'],
    [{ ...generate, size: { width: 1000, height: 1000 } }, 'size:not_offered'],
    [{ ...generate, count: 3 }, 'count:max'],
    [{ ...generate, count: 0 }, 'count:max'],
    [{ ...generate, format: 'image/webp' }, 'format:not_offered'],
    [{ ...generate, promptChars: 0 }, 'prompt:required'],
    [{ ...generate, promptChars: 11 }, 'prompt:max_chars'],
    [{ ...generate, negativeChars: 6 }, 'negativePrompt:max_chars'],
    [{ ...edit, promptChars: 0 }, null],
    [{ ...edit, source: null }, 'source:required'],
    [{ ...edit, source: { ...picture, type: 'image/webp' } }, 'source:type'],
    [{ ...upscale, source: { ...picture, width: 63 } }, 'source:min_side'],
    [{ ...upscale, source: { ...picture, width: 2049 } }, 'source:max_side'],
    [{ ...upscale, source: { ...picture, width: 2000, height: 1001 } }, 'source:max_pixels'],
    [{ ...upscale, source: { ...picture, bytes: 1_001 } }, 'source:max_bytes'],
    [{ ...edit, mask: null }, 'mask:required'],
    [{ ...edit, mask: { ...picture, width: 511 } }, 'mask:same_size'],
    [{ ...edit, mask: { ...picture, type: 'image/jpeg' } }, 'mask:type'],
    [{ ...edit, mask: { ...picture, bytes: 501 } }, 'mask:max_bytes'],
    [{ ...upscale, factor: 4 }, 'factor:not_offered'],
    [{ ...upscale, factor: null }, 'factor:not_offered'],
  ]
  it.each(cases)('%# %o', (wish, expected) => {
    const inability = whyUnable(abilities, wish)
    expect(inability && `${inability.field}:${inability.rule}`).toBe(expected)
  })

  it('and takes neither picture nor mask where none is taken', () => {
    const blind = { ...abilities, source: null }
    expect(whyUnable(blind, edit)).toEqual({ field: 'source', rule: 'not_taken' })
    expect(whyUnable({ ...abilities, mask: null }, edit)).toEqual({ field: 'mask', rule: 'not_taken' })
  })
})

it('takes sizes within free bounds', () => {
  const rule = { kind: 'free', step: 16, minSide: 512, maxSide: 2048, maxPixels: 2 ** 21, maxRatio: 3 } as const
  const takes = (width: number, height: number) => takesSize(rule, { width, height })
  expect([takes(1024, 1024), takes(512, 1536), takes(2048, 1024)]).toEqual([true, true, true])
  expect([takes(1030, 1024), takes(496, 512), takes(2064, 512), takes(2048, 1040), takes(512, 1552)]).toEqual(
    Array.from({ length: 5 }, () => false),
  )
})

it('finds the ratio that is near enough, and none where all are far', () => {
  const ratios = ['16:9', '1:1', '9:16']
  expect(nearestRatio(ratios, { width: 1600, height: 900 })).toBe('16:9')
  expect(nearestRatio(ratios, { width: 1024, height: 1000 })).toBe('1:1')
  expect(nearestRatio(ratios, { width: 2350, height: 1000 })).toBeNull()
  expect(nearestRatio([], { width: 1, height: 1 })).toBeNull()
})
