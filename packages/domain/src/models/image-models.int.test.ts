import { parseId } from '@mozhou/contracts/ids'
import { imageVendorKeys, type ImageVendorKey } from '@mozhou/contracts/models/vendor-keys'
import { catalogueDefaults, vendorDefaults } from '@mozhou/integrations/ai/catalogue-defaults'
import { imageCatalogueDefaults } from '@mozhou/integrations/ai/catalogue-image-defaults'
import { modelFactories } from '@mozhou/integrations/ai/registry'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedModels } from '../seed/models.ts'
import { testSandboxUrl } from '../testing/env.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { chooseCandidates, readOffer } from './choose-candidates.ts'
import { createModel } from './create-model.ts'
import { listCatalogue, listModels } from './list-models.ts'
import { listPrices } from './list-prices.ts'
import { listUsage } from './list-usage.ts'
import { openImageTarget, openTarget } from './open-target.ts'
import { testCall, testUnsaved } from './test-call.ts'
import type { TrialContext } from './test-call.ts'
import { modelInput } from './testing/model-input.ts'

let domain: TestDomain
let ctx: TrialContext
beforeAll(async () => {
  domain = await createTestDomain()
  ctx = { ...domain.ctx, models: modelFactories, settings: { ...domain.ctx.settings, sandboxUrl: testSandboxUrl() } }
  const models = [...catalogueDefaults, ...imageCatalogueDefaults]
  await seedModels(ctx, { vendors: vendorDefaults, models, values: {} })
})
afterAll(() => domain.close())

const actorOf = async () => ({ userId: parseId('user', (await domain.signUp()).user.id) ?? '', requestId: 'req-1' })

async function idOf(alias: string): Promise<string> {
  const { id } = await ctx.prisma.aiModel.findFirstOrThrow({ where: { alias, deletedAt: null }, select: { id: true } })
  return id
}

function imageInput(vendor: ImageVendorKey, changes: Partial<ReturnType<typeof modelInput>> = {}) {
  const { baseUrls, sandboxCredentials: credentials, authProfile } = vendorDefaults[vendor]
  return modelInput({
    vendor,
    capability: 'image',
    upstreamModel: imageCatalogueDefaults.find((model) => model.vendor === vendor)?.upstreamModel ?? '',
    baseUrl: testSandboxUrl() + (vendor === 'qwen' ? '/dashscope/api/v1' : baseUrls.sandboxPath),
    authProfile: authProfile(credentials),
    credentials,
    ...changes,
  })
}

describe('the catalogue', () => {
  it('has the image models of the brief with a default of their own, and shows texts alone unless asked', async () => {
    const texts = await listModels(ctx)
    expect(texts.map(({ alias }) => alias).sort()).toEqual(catalogueDefaults.map(({ alias }) => alias).sort())
    expect(texts.every(({ abilities }) => abilities === null)).toBe(true)
    const images = await listModels(ctx, 'image')
    expect(images.map(({ alias }) => alias).sort()).toEqual(imageCatalogueDefaults.map(({ alias }) => alias).sort())
    expect(images.filter(({ isDefault }) => isDefault).map(({ alias }) => alias)).toEqual(['通义万相'])
    expect(images.find(({ alias }) => alias === 'DALL-E 3')?.abilities).toMatchObject({
      maxCount: 10,
      upscaleFactors: [],
    })
  })

  it('keeps a price for a picture', async () => {
    const { items } = await listPrices(ctx, { modelId: await idOf('通义万相'), limit: 20 })
    expect(items).toMatchObject([{ pictureMicroYuan: 140_000, inputMicroYuanPerMillion: 0, state: 'current' }])
    const shown = (await listCatalogue(ctx)).find(({ alias }) => alias === '通义万相')
    expect(shown?.price?.pictureMicroYuan).toBe(140_000)
    expect((await openImageTarget(ctx, await idOf('通义万相'))).price?.pictureMicroYuan).toBe(140_000)
  })

  it('opens a model for what it can do, and for nothing else', async () => {
    const [text, image] = [await idOf('qwen-plus'), await idOf('CogView-4')]
    expect((await openImageTarget(ctx, image)).target).toMatchObject({
      vendor: 'zhipu',
      network: 'private',
      limits: { submitTimeoutMs: 180_000, callTimeoutMs: 60_000 },
    })
    await expect(openImageTarget(ctx, text)).rejects.toMatchObject({ code: 'MODEL_NOT_FOUND' })
    await expect(openTarget(ctx, image)).rejects.toMatchObject({ code: 'MODEL_NOT_FOUND' })
  })

  it.each([
    ['anthropic', 'image', 'bearer', 'capability'],
    ['stability', 'text', 'bearer', 'capability'],
    ['automatic1111', 'image', 'bearer', 'authProfile'],
  ] as const)('does not take %s for %s with %s', async (vendor, capability, authProfile, field) => {
    const input = { ...modelInput({ vendor, capability, authProfile }), actor: await actorOf() }
    await expect(createModel(ctx, input)).rejects.toMatchObject({
      code: 'MODEL_PARAMETER_UNSUPPORTED',
      params: { field, vendor },
    })
  })
})

describe('candidates', () => {
  const wish = {
    operation: 'generate',
    size: { width: 1024, height: 1024 },
    count: 1,
    format: 'image/png',
    promptChars: 10,
    negativeChars: 0,
    source: null,
    mask: null,
    factor: null,
  } as const
  const source = { type: 'image/png', width: 1024, height: 1024, bytes: 1_000_000 } as const
  const choose = async (more: object, requestedModelId: string | null = null) => {
    const question = { requestedModelId, capability: 'image' as const, isMember: true, wish: { ...wish, ...more } }
    return chooseCandidates(ctx, await readOffer(ctx), question).map(({ alias }) => alias)
  }

  it('are those that can do what is asked, in the size asked for', async () => {
    expect(await choose({})).toEqual(['通义万相', 'CogView-4', 'DALL-E 3'])
    expect(await choose({ size: { width: 1536, height: 1024 } })).toEqual(['CogView-4', 'DALL-E 3', 'Stable Diffusion'])
    expect(await choose({ count: 4 })).toEqual(['通义万相', 'DALL-E 3', 'Stable Diffusion（自建）'])
    expect(await choose({ operation: 'edit', size: null, source, mask: { ...source, bytes: 1_000 } })).toEqual([
      'DALL-E 3',
      'Stable Diffusion',
      '通义万相 · 编辑',
    ])
    expect(await choose({ operation: 'upscale', size: null, source, factor: 2 })).toEqual([
      '通义万相 · 编辑',
      'Stable Diffusion（自建）',
    ])
  })

  it('begin with the one that was picked, where it can', async () => {
    const picked = await idOf('DALL-E 2')
    expect((await choose({}, picked))[0]).toBe('DALL-E 2')
    expect(await choose({ operation: 'remove_background', size: null, source }, await idOf('CogView-4'))).not.toContain(
      'CogView-4',
    )
  })

  it('are none where nobody can', async () => {
    await expect(choose({ size: { width: 4000, height: 100 } })).rejects.toMatchObject({ code: 'MODEL_NOT_AVAILABLE' })
  })
})

describe('a try', () => {
  it.each(imageVendorKeys)('of %s shows a picture that is kept nowhere, and counts it on nobody', async (vendor) => {
    const input = imageInput(vendor, { price: { ...modelInput().price, pictureMicroYuan: 100_000 } })
    const model = await createModel(ctx, { ...input, actor: await actorOf() })
    const modelId = parseId('model', model.id) ?? ''
    const answer = await testCall(ctx, { modelId })
    expect(answer).toMatchObject({ isOk: true, failureKind: null, text: '', picture: { type: 'image/png' } })
    const shown = Buffer.from(answer.picture?.base64 ?? '', 'base64')
    expect(shown.subarray(1, 4).toString()).toBe('PNG')
    expect(answer.costMicroYuan).toBeGreaterThanOrEqual(100_000)
    const [row] = (await listUsage(ctx, { modelId, limit: 5 })).items
    expect(row).toMatchObject({ purpose: 'model_test', outcome: 'succeeded', pictures: 1, userId: null, vendor })
    expect(row?.costMicroYuan).toBe(answer.costMicroYuan)
    // Whatever the vendor wrote into it, it carries our marks, and the number of this very call.
    expect(shown.toString('utf8').split('<TC260:AIGC>')).toHaveLength(2)
    expect(shown.includes(row?.id ?? 'no row')).toBe(true)
    const stored = await ctx.prisma.modelUsage.findMany({ where: { modelId } })
    expect(
      JSON.stringify(stored, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)).length,
    ).toBeLessThan(2_000)
  })

  it('of a model that only works on pictures gives it one', async () => {
    expect(await testCall(ctx, { modelId: await idOf('通义万相 · 编辑') })).toMatchObject({
      isOk: true,
      picture: { width: 512, height: 512 },
    })
  })

  it('tells a refusal by its kind, and costs nothing', async () => {
    const input = imageInput('stability', { upstreamModel: 'core@picture-filtered' })
    expect(await testUnsaved(ctx, input)).toMatchObject({
      isOk: false,
      picture: null,
      failureKind: 'content_rejected',
      vendorCode: 'CONTENT_FILTERED',
      costMicroYuan: 0,
    })
  })
})
