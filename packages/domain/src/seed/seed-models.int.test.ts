import { parseId } from '@mozhou/contracts/ids'
import { catalogueDefaults, vendorDefaults } from '@mozhou/integrations/ai/catalogue-defaults'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DomainContext } from '../context.ts'
import { listModels } from '../models/list-models.ts'
import { openTarget } from '../models/open-target.ts'
import { setDefaultModel } from '../models/set-default-model.ts'
import { updateModel } from '../models/update-model.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { seedModels } from './models.ts'

const sandboxUrl = 'http://127.0.0.1:3200'

let domain: TestDomain
let ctx: DomainContext
beforeEach(async () => {
  domain = await createTestDomain()
  ctx = { ...domain.ctx, settings: { ...domain.ctx.settings, sandboxUrl } }
})
afterEach(() => domain.close())

const seed = (values: Record<string, string> = {}, context = ctx) =>
  seedModels(context, { vendors: vendorDefaults, models: catalogueDefaults, values })

async function modelsOf(vendor: string) {
  const rows = await ctx.prisma.aiModel.findMany({ where: { vendor }, orderBy: { alias: 'asc' } })
  return Promise.all(rows.map(async (row) => ({ ...row, target: (await openTarget(ctx, row.id)).target })))
}

async function actor() {
  const { user } = await domain.signUp()
  return { userId: parseId('user', user.id) ?? '', requestId: 'req' }
}

it('brings every model of the brief, at the sandbox, with one default', async () => {
  await seed()
  const models = await listModels(ctx)
  expect(models.map(({ alias }) => alias).sort()).toEqual(catalogueDefaults.map(({ alias }) => alias).sort())
  expect(models.every(({ isSandbox }) => isSandbox)).toBe(true)
  expect(models.filter(({ isDefault }) => isDefault)).toHaveLength(1)
  expect(await ctx.prisma.modelPrice.count()).toBe(catalogueDefaults.length)
})

it('takes a key from the environment, sealed, and points that vendor’s models at the vendor', async () => {
  await seed({ QWEN_API_KEY: '  sk-real-qwen-key-77aa ' })
  for (const model of await modelsOf('qwen')) {
    expect(model).toMatchObject({ isSandbox: false, credentialsLast4: '77aa', credentialsSource: 'env' })
    expect(model.target).toMatchObject({
      baseUrl: vendorDefaults.qwen.baseUrls.live,
      credentials: { apiKey: 'sk-real-qwen-key-77aa' },
    })
    expect(Buffer.from(model.credentials).includes('real-qwen')).toBe(false)
  }
  for (const model of await modelsOf('zhipu')) expect(model.isSandbox).toBe(true)
})

it('tells a console key from a pair by what is there', async () => {
  await seed({ BAIDU_API_KEY: 'bce-v3/ALTAK-1/2' })
  for (const { target } of await modelsOf('baidu')) expect(target.authProfile).toBe('bearer')
  await seed({ BAIDU_API_KEY: 'access-key', BAIDU_SECRET_KEY: 'secret-key' })
  for (const { target } of await modelsOf('baidu')) {
    expect(target).toMatchObject({
      authProfile: 'access_key_pair',
      credentials: { apiKey: 'access-key', secretKey: 'secret-key' },
    })
  }
})

it('adds a key later, follows a new one, and goes back to the sandbox without one', async () => {
  await seed()
  await seed({ ZHIPU_API_KEY: 'first.key-aaaa' })
  await seed({ ZHIPU_API_KEY: 'second.key-bbbb' })
  for (const model of await modelsOf('zhipu'))
    expect(model).toMatchObject({ credentialsLast4: 'bbbb', isSandbox: false })
  await seed()
  for (const model of await modelsOf('zhipu')) expect(model.isSandbox).toBe(true)
  expect(await ctx.prisma.aiModel.count()).toBe(catalogueDefaults.length)
})

it('leaves what an operator set: key, default, price and switch', async () => {
  await seed()
  const by = await actor()
  const [model, other] = await modelsOf('zhipu')
  if (!model || !other) throw new Error('the catalogue lacks models')
  await updateModel(ctx, { modelId: model.id, changes: { credentials: { apiKey: 'operators-key-cccc' } }, actor: by })
  await updateModel(ctx, { modelId: other.id, changes: { isEnabled: false, priority: 7 }, actor: by })
  await setDefaultModel(ctx, { modelId: model.id, actor: by })
  await seed({ ZHIPU_API_KEY: 'env.key-dddd' })
  const [after, otherAfter] = await modelsOf('zhipu')
  expect(after).toMatchObject({ credentialsLast4: 'cccc', isDefault: true })
  expect(otherAfter).toMatchObject({ isEnabled: false, priority: 7 })
  expect(await ctx.prisma.aiModel.count({ where: { isDefault: true } })).toBe(1)
})

it('without a sandbox brings only what there is a key for', async () => {
  const production = { ...ctx, settings: { ...ctx.settings, sandboxUrl: null } }
  await seed({}, production)
  expect(await ctx.prisma.aiModel.count()).toBe(0)
  await seed({ ANTHROPIC_API_KEY: 'sk-ant-real' }, production)
  const models = await ctx.prisma.aiModel.findMany({ select: { vendor: true, isSandbox: true } })
  expect(models.length).toBeGreaterThan(0)
  expect(models.every(({ vendor, isSandbox }) => vendor === 'anthropic' && !isSandbox)).toBe(true)
})
