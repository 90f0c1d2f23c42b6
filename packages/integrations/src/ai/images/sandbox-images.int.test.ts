import { imageOperations, type ImageOperation } from '@mozhou/contracts/models/image-kinds'
import { imageVendorKeys, type ImageVendorKey } from '@mozhou/contracts/models/vendor-keys'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { keepOutsideMask } from './masks.ts'
import type { ImageRequest, Picture } from './port.ts'
import { createImageModel } from './registry.ts'
import { makeImages, runImage } from './testing/finish-task.ts'
import { imageTarget } from './testing/image-target.ts'
import { common, countChanges, generation, grainyPicture, middleMask } from './testing/pictures.ts'
import { sandboxImages } from './testing/sandbox-model.ts'
import { failureOf, never } from './testing/vendor-scene.ts'

let source: Picture
let mask: Picture
beforeAll(async () => {
  source = await grainyPicture(1024, 1024)
  mask = await middleMask(1024, 1024)
})

function requestOf(operation: ImageOperation, factor: number, picture: Picture): ImageRequest {
  const words = { prompt: '雪天的红灯笼' }
  switch (operation) {
    case 'generate':
      return generation()
    case 'edit':
      return { ...common, operation, ...words, source, mask }
    case 'remove_background':
      return { ...common, operation, source }
    case 'upscale':
      return { ...common, operation, source: picture, factor }
    case 'restyle':
      return { ...common, operation, prompt: '水墨风格', source }
    case 'variation':
    case 'replace_background':
      return { ...common, operation, ...words, source }
  }
}

/** Every model of the catalogue, and one of each interface beside them. */
const models: [ImageVendorKey, string][] = [
  ['openai', 'gpt-image-1.5'],
  ['openai', 'gpt-image-2'],
  ['qwen', 'wan2.2-t2i-flash'],
  ['qwen', 'wan2.7-image'],
  ['qwen', 'qwen-image-edit'],
  ['qwen', 'wanx2.1-imageedit'],
  ['zhipu', 'cogview-4-250304'],
  ['zhipu', 'glm-image'],
  ['stability', 'core'],
  ['stability', 'ultra'],
  ['stability', 'sd3.5-large'],
  ['automatic1111', 'default'],
]
const everyPair = models.flatMap(([vendor, name]) =>
  imageOperations.map((operation) => [vendor, name, operation] as const),
)

describe.concurrent('every operation at every model', () => {
  const isOffered = ([vendor, name, operation]: (typeof everyPair)[number]) =>
    createImageModel(imageTarget(vendor, 'https://example.com', { upstreamModel: name })).abilities.operations.includes(
      operation,
    )

  it.each(everyPair.filter(isOffered))('%s %s can %3$s', async (vendor, name, operation) => {
    const maker = sandboxImages(vendor, name)
    const factor = maker.abilities.upscaleFactors[0] ?? 2
    const given = operation === 'upscale' ? await grainyPicture(512, 512) : source
    const pictures = await makeImages(maker, requestOf(operation, factor, given))
    expect(pictures).toHaveLength(1)
    expect(pictures[0]?.type).toBe('image/png')
    if (operation === 'upscale') expect(pictures[0]).toMatchObject({ width: 512 * factor, height: 512 * factor })
  })

  it.each(everyPair.filter((pair) => !isOffered(pair)))(
    '%s %s refuses %3$s before it calls',
    async (vendor, name, operation) => {
      const { kind, details } = await failureOf(
        sandboxImages(vendor, name).submit(requestOf(operation, 2, source), never),
      )
      expect([kind, details.vendorCode]).toEqual(['invalid_request', 'operation:not_offered'])
    },
  )
})

describe.concurrent('an edit', () => {
  it.each([
    ['openai', 'gpt-image-1.5'],
    ['openai', 'gpt-image-2'],
    ['qwen', 'wanx2.1-imageedit'],
    ['stability', 'core'],
    ['automatic1111', 'default'],
  ] as const)('at %s %s changes the pixels of the mask and not one beside it', async (vendor, name) => {
    const [made] = await makeImages(sandboxImages(vendor, name), {
      ...common,
      operation: 'edit',
      prompt: '雪天',
      source,
      mask,
    })
    if (!made) throw new Error('nothing was made')
    const changed = await countChanges(source, made, mask)
    expect(changed).toMatchObject({ marked: 256 * 256, outside: 0 })
    expect(changed.inside).toBeGreaterThan(changed.marked * 0.99)
  })

  it('that a vendor let run over its mask is put back where it was not meant', async () => {
    // Another picture altogether: what lies outside differs everywhere.
    const [strayed] = await makeImages(sandboxImages('openai'), generation('海边'))
    if (!strayed) throw new Error('nothing was made')
    expect((await countChanges(source, strayed, mask)).outside).toBeGreaterThan(900_000)
    const kept = await keepOutsideMask(source, mask, strayed)
    const changed = await countChanges(source, kept, mask)
    expect(changed.outside).toBe(0)
    expect(changed.inside).toBeGreaterThan(changed.marked * 0.99)
  })
})

it.concurrent.each(imageVendorKeys)('%s draws what the prompt says', async (vendor) => {
  const blueOf = async (prompt: string) => {
    const [made] = await makeImages(sandboxImages(vendor), generation(prompt))
    return (await sharp(made?.bytes).stats()).channels[2]?.mean ?? 0
  }
  expect(await blueOf('蓝色的大海')).toBeGreaterThan((await blueOf('秋天的落叶')) + 30)
})

it.concurrent.each([
  ['openai', 3],
  ['qwen', 4],
  ['automatic1111', 2],
] as const)('%s makes several at once, each another', async (vendor, count) => {
  const { outcomes, usage } = await runImage(
    sandboxImages(vendor),
    generation('猫', { count, size: { width: 1024, height: 1024 } }),
  )
  expect([outcomes.length, usage.pictures]).toEqual([count, count])
  const taken = await Promise.all(
    outcomes.flatMap((one) => (one.kind === 'made' ? [sandboxImages(vendor).take(one, { kind: 'any' }, never)] : [])),
  )
  expect(new Set(taken.map((picture) => Buffer.from(picture.bytes).toString('base64'))).size).toBe(count)
})

describe.concurrent('sizes and formats', () => {
  it.each([
    ['openai', 'gpt-image-1.5', { width: 1536, height: 1024 }, 'image/webp'],
    ['openai', 'gpt-image-2', { width: 1600, height: 688 }, 'image/jpeg'],
    ['qwen', 'wan2.2-t2i-flash', { width: 768, height: 1024 }, 'image/png'],
    ['qwen', 'qwen-image', { width: 928, height: 1664 }, 'image/png'],
    ['zhipu', 'cogview-4-250304', { width: 1440, height: 720 }, 'image/png'],
    ['zhipu', 'glm-image', { width: 1056, height: 1568 }, 'image/png'],
    ['automatic1111', 'default', { width: 768, height: 512 }, 'image/png'],
  ] as const)('%s %s makes exactly what was asked for', async (vendor, name, size, format) => {
    const [made] = await makeImages(sandboxImages(vendor, name), generation('茶园', { size, format }))
    expect(made).toMatchObject({ ...size, type: format })
  })

  it('stability makes a picture of the ratio', async () => {
    const [made] = await makeImages(
      sandboxImages('stability'),
      generation('茶园', { size: { width: 1600, height: 900 } }),
    )
    expect((made?.width ?? 0) / (made?.height ?? 1)).toBeCloseTo(16 / 9, 1)
  })
})
