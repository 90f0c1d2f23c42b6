import { describe, expect, it } from 'vitest'
import type { ImageForm } from './image-form.ts'
import { askedFields, freshForm, missingFields, withPicture } from './image-form.ts'
import { isOffered } from './offered.ts'
import { toRequest } from './to-request.ts'
import { priceOf } from './price-of.ts'

const picture = { fileId: 'fil_1', width: 1_024, height: 1_024, cardUrl: '/f/1' }
const mask = { png: new Blob(['mask']), share: 0.1 }
const form = (change: Partial<ImageForm>): ImageForm => ({ ...freshForm, ...change })
const edit = (change: Partial<ImageForm>) => form({ tool: 'image-edit', picture, ...change })

describe('what is missing', () => {
  it.each([
    { name: 'words of a new picture', values: form({ prompt: ' ' }), missing: ['prompt'] },
    {
      name: 'nothing where a work says it',
      values: form({ work: { creationId: 'cre_1', role: 'cover', place: null } }),
      missing: [],
    },
    { name: 'the picture to vary', values: form({ tool: 'image-variation' }), missing: ['picture'] },
    { name: 'picture and mask of an edit', values: form({ tool: 'image-edit' }), missing: ['picture', 'mask'] },
    { name: 'nothing of a painted edit: what is there is taken away', values: edit({ mask }), missing: [] },
    { name: 'the new background', values: edit({ mode: 'replace_background' }), missing: ['prompt'] },
    { name: 'a style, in words or chosen', values: edit({ mode: 'restyle' }), missing: ['prompt'] },
    { name: 'nothing with a style chosen', values: edit({ mode: 'restyle', style: 'ink' }), missing: [] },
    { name: 'nothing of a background taken away', values: edit({ mode: 'remove_background' }), missing: [] },
  ] as const)('$name', ({ values, missing }) => {
    expect(missingFields(values)).toEqual(missing)
  })
})

it('asks for a size only where no reference has one', () => {
  expect(askedFields(form({})).has('size')).toBe(true)
  expect(askedFields(form({ picture })).has('size')).toBe(false)
})

it('keeps a mask for the picture it was painted on', () => {
  const painted = edit({ mask })
  expect(withPicture(painted, { ...picture, cardUrl: '/f/newer' }).mask).toBe(mask)
  expect(withPicture(painted, { ...picture, fileId: 'fil_2' }).mask).toBeNull()
})

describe('what is sent', () => {
  it('is what the tool asks for, whatever else was filled in', () => {
    const filled = { prompt: ' 江上小舟 ', negativePrompt: '文字', style: 'ink', count: 3, strength: 70 } as const
    expect(toRequest(form(filled), null, 30)).toEqual({
      kind: 'generate',
      input: {
        prompt: '江上小舟',
        negativePrompt: '文字',
        style: 'ink',
        count: 3,
        modelId: null,
        mostCredits: 30,
        helpsPrompt: false,
        work: null,
        size: 'square',
        quality: 'standard',
        reference: null,
      },
    })
    expect(toRequest(edit({ ...filled, mode: 'remove_background', mask }), 'mod_1', 10)).toEqual({
      kind: 'edit',
      input: {
        prompt: '',
        negativePrompt: '',
        style: 'none',
        count: 1,
        modelId: 'mod_1',
        mostCredits: 10,
        image: 'fil_1',
        mode: 'remove_background',
        mask: null,
      },
      mask: null,
    })
  })

  it('has the mask that was painted, and strength as a share', () => {
    expect(toRequest(edit({ mask }), null, 10)).toMatchObject({ kind: 'edit', mask: mask.png })
    expect(toRequest(form({ tool: 'image-variation', picture, strength: 70 }), null, 10)).toMatchObject({
      input: { strength: 0.7, image: 'fil_1' },
    })
  })

  it('is enlarged by a model or plainly', () => {
    const upscale = form({ tool: 'image-upscale', picture, factor: 4 })
    expect(toRequest(upscale, null, 15)).toEqual({
      kind: 'upscale',
      input: { image: 'fil_1', factor: 4, modelId: null, mostCredits: 15 },
    })
    expect(toRequest({ ...upscale, isPlain: true }, null, 0)).toEqual({
      kind: 'enlarge',
      input: { image: 'fil_1', factor: 4 },
    })
  })
})

it('costs what the table says for each picture, and nothing where no model is asked', () => {
  const prices = [
    { tool: 'text-to-image', quality: 'high', credits: 20 },
    { tool: 'image-upscale', quality: 'standard', credits: 15 },
  ] as const
  expect(priceOf(form({ quality: 'high', count: 3 }), [...prices])).toBe(60)
  expect(priceOf(form({ count: 2 }), [...prices])).toBe(20)
  expect(priceOf(form({ tool: 'image-upscale', count: 4 }), [...prices])).toBe(15)
  expect(priceOf(form({ tool: 'image-upscale', isPlain: true }), [...prices])).toBe(0)
  expect(priceOf(form({ tool: 'image-edit', mode: 'remove_background', count: 4 }), [...prices])).toBe(10)
})

it('offers what some model can do now, and plain enlargement always', () => {
  expect(isOffered(form({ tool: 'image-variation' }), ['generate'])).toBe(false)
  expect(isOffered(form({ tool: 'image-variation' }), undefined)).toBe(true)
  expect(isOffered(form({ tool: 'image-upscale', isPlain: true }), [])).toBe(true)
})
