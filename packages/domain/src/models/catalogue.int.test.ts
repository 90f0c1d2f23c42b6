import type { CreateModelInput } from '@mozhou/contracts/models/inputs'
import type { ModelAdminDto } from '@mozhou/contracts/models/answers'
import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../audit/actor.ts'
import { createSecretBox } from '../secret-box.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { assertModelAllowed } from './assert-model-allowed.ts'
import { createModel } from './create-model.ts'
import { listCatalogue, listModels } from './list-models.ts'
import { openTarget } from './open-target.ts'
import { removeModel } from './remove-model.ts'
import { rotateCredentials } from './rotate-credentials.ts'
import { setDefaultModel } from './set-default-model.ts'
import { modelInput as input, modelPrice as price, modelSecret as secret } from './testing/model-input.ts'
import { updateModel } from './update-model.ts'

let domain: TestDomain
let actor: Actor
beforeAll(async () => {
  domain = await createTestDomain()
  actor = { userId: await addUser(), requestId: 'req-1' }
})
afterAll(() => domain.close())

async function addUser(): Promise<string> {
  const { user } = await domain.signUp()
  return parseId('user', user.id) ?? ''
}

const create = (changes: Partial<CreateModelInput> = {}) => createModel(domain.ctx, { ...input(changes), actor })
const bare = (model: Pick<ModelAdminDto, 'id'>) => parseId('model', model.id) ?? ''
const aliases = async () => (await listModels(domain.ctx)).map(({ alias }) => alias)
const auditOf = (model: Pick<ModelAdminDto, 'id'>) =>
  domain.ctx.prisma.auditRow.findMany({ where: { target: model.id }, orderBy: { createdAt: 'asc' } })

describe('a key', () => {
  it('is sealed in the row, opened for the call alone, and shown by its last four characters', async () => {
    const model = await create()
    const row = await domain.ctx.prisma.aiModel.findUniqueOrThrow({ where: { id: bare(model) } })
    expect(Buffer.from(row.credentials).includes(secret)).toBe(false)
    expect(model.credentialsLast4).toBe('9f3a')
    expect((await openTarget(domain.ctx, bare(model))).target.credentials).toEqual({ apiKey: secret })
  })

  it('is in no answer, no list, no cache and no audit row', async () => {
    const model = await create()
    const changed = await updateModel(domain.ctx, {
      modelId: bare(model),
      changes: { credentials: { apiKey: `${secret}-2` } },
      actor,
    })
    const lists = [await listCatalogue(domain.ctx), await listModels(domain.ctx)]
    const keys = await domain.ctx.redis.keys('*models*')
    const cached = await Promise.all(keys.map((key) => domain.ctx.redis.get(key.replace(/^test:[^:]+:/, ''))))
    const audit = await auditOf(model)
    expect(audit).toHaveLength(2)
    expect(cached.join('')).toContain(model.alias)
    expect(JSON.stringify([model, changed, lists, cached, audit])).not.toContain('very-secret')
    expect(audit[1]).toMatchObject({ action: 'model.update', actorId: actor.userId, requestId: 'req-1' })
    expect(JSON.stringify(audit[1]?.after)).toContain('[changed]')
  })

  it('stays when something else is changed', async () => {
    const model = await create()
    await updateModel(domain.ctx, { modelId: bare(model), changes: { priority: 5 }, actor })
    expect((await openTarget(domain.ctx, bare(model))).target.credentials).toEqual({ apiKey: secret })
  })

  it('of one row does not open in another', async () => {
    const [one, two] = [await create(), await create({ credentials: { apiKey: 'sk-other-key' } })]
    const { credentials } = await domain.ctx.prisma.aiModel.findUniqueOrThrow({ where: { id: bare(one) } })
    await domain.ctx.prisma.aiModel.update({ where: { id: bare(two) }, data: { credentials } })
    await expect(openTarget(domain.ctx, bare(two))).rejects.toMatchObject({ code: 'CREDENTIALS_UNREADABLE' })
    await removeModel(domain.ctx, { modelId: bare(two), actor })
  })

  it('is sealed anew by rotation, readable before, during and after', async () => {
    const model = await create()
    const oldKey = new Uint8Array(32).fill(7)
    const newKey = new Uint8Array(32).fill(8)
    const rotating = {
      ...domain.ctx,
      secrets: createSecretBox(
        new Map([
          ['new', newKey],
          ['test', oldKey],
        ]),
      ),
    }
    const total = await domain.ctx.prisma.aiModel.count()
    expect(await rotateCredentials(rotating)).toEqual({ rotated: total, unchanged: 0 })
    expect(await rotateCredentials(rotating)).toEqual({ rotated: 0, unchanged: total })
    const after = { ...domain.ctx, secrets: createSecretBox(new Map([['new', newKey]])) }
    expect((await openTarget(after, bare(model))).target.credentials).toEqual({ apiKey: secret })
    await expect(openTarget(domain.ctx, bare(model))).rejects.toMatchObject({ code: 'CREDENTIALS_UNREADABLE' })
    const back = {
      ...domain.ctx,
      secrets: createSecretBox(
        new Map([
          ['test', oldKey],
          ['new', newKey],
        ]),
      ),
    }
    await rotateCredentials(back)
    expect((await openTarget(domain.ctx, bare(model))).target.credentials).toEqual({ apiKey: secret })
  })
})

describe('the catalogue', () => {
  it('shows a change at once, although it is cached', async () => {
    const model = await create()
    expect(await aliases()).toContain(model.alias)
    await updateModel(domain.ctx, { modelId: bare(model), changes: { alias: `${model.alias} neu` }, actor })
    expect(await aliases()).toContain(`${model.alias} neu`)
    await updateModel(domain.ctx, { modelId: bare(model), changes: { isEnabled: false }, actor })
    expect(await aliases()).not.toContain(`${model.alias} neu`)
    expect((await listCatalogue(domain.ctx)).map(({ alias }) => alias)).toContain(`${model.alias} neu`)
    await removeModel(domain.ctx, { modelId: bare(model), actor })
    expect((await listCatalogue(domain.ctx)).map(({ id }) => id)).not.toContain(model.id)
    expect((await auditOf(model)).map(({ action }) => action)).toEqual([
      'model.create',
      'model.update',
      'model.update',
      'model.remove',
    ])
  })

  it('is read from the cache: a change behind its back is seen when the cache ends', async () => {
    const model = await create()
    await aliases()
    await domain.ctx.prisma.aiModel.update({ where: { id: bare(model) }, data: { isEnabled: false } })
    expect(await aliases()).toContain(model.alias)
    expect(await domain.ctx.redis.pttl('models:{catalogue}:v2')).toBeLessThanOrEqual(30_000)
    await domain.ctx.redis.del('models:{catalogue}:v2')
    expect(await aliases()).not.toContain(model.alias)
  })

  it('does not keep what a reader saw before a change that was invalidated meanwhile', async () => {
    const model = await create()
    const { prisma } = domain.ctx
    const slowPrisma = Object.create(prisma) as typeof prisma
    Object.defineProperty(slowPrisma, 'aiModel', {
      value: {
        findMany: async (query: Parameters<typeof prisma.aiModel.findMany>[0]) => {
          const rows = await prisma.aiModel.findMany(query)
          await removeModel(domain.ctx, { modelId: bare(model), actor })
          return rows
        },
      },
    })
    const seen = await listModels({ ...domain.ctx, prisma: slowPrisma })
    expect(seen.map(({ id }) => id)).toContain(model.id)
    expect((await listModels(domain.ctx)).map(({ id }) => id)).not.toContain(model.id)
  })

  it('is right without Redis', async () => {
    const deaf = await createTestDomain({ redisUrl: 'redis://127.0.0.1:1' })
    const ctx = { ...domain.ctx, redis: deaf.ctx.redis }
    const model = await createModel(ctx, { ...input(), actor })
    expect((await listModels(ctx)).map(({ id }) => id)).toContain(model.id)
    await removeModel(ctx, { modelId: bare(model), actor })
    expect((await listModels(ctx)).map(({ id }) => id)).not.toContain(model.id)
    await deaf.close()
  })

  it('leaves out on its last day what a vendor shuts down', async () => {
    const model = await create({ shutdownAt: new Date(domain.ctx.clock.now().getTime() + 3_600_000).toISOString() })
    expect(await aliases()).toContain(model.alias)
    domain.advance(3_601_000)
    expect(await aliases()).not.toContain(model.alias)
  })

  it('marks what points at the sandbox, and no longer once it points elsewhere', async () => {
    const ctx = { ...domain.ctx, settings: { ...domain.ctx.settings, sandboxUrl: 'http://127.0.0.1:3200' } }
    const model = await createModel(ctx, { ...input({ baseUrl: 'http://127.0.0.1:3200/dashscope/v1' }), actor })
    expect(model.isSandbox).toBe(true)
    const changes = { baseUrl: 'https://models.example/v1', credentials: { apiKey: 'sk-for-that-place' } }
    expect((await updateModel(ctx, { modelId: bare(model), changes, actor })).isSandbox).toBe(false)
  })
})

describe('refusals', () => {
  it('of an alias that is taken, on creating and on renaming', async () => {
    const [one, two] = [await create(), await create()]
    await expect(create({ alias: one.alias })).rejects.toMatchObject({
      code: 'MODEL_ALIAS_TAKEN',
      params: { alias: one.alias },
    })
    await expect(
      updateModel(domain.ctx, { modelId: bare(two), changes: { alias: one.alias }, actor }),
    ).rejects.toMatchObject({ code: 'MODEL_ALIAS_TAKEN' })
    expect((await auditOf(two)).map(({ action }) => action)).toEqual(['model.create'])
  })

  it('of what fits no vendor', async () => {
    await expect(create({ authProfile: 'signed_jwt' })).rejects.toMatchObject({ code: 'MODEL_PARAMETER_UNSUPPORTED' })
    await expect(create({ vendor: 'baidu', authProfile: 'access_key_pair' })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      params: { field: 'credentials.secretKey' },
    })
    const parameters = { maxOutputTokens: 8_000, reasoning: 'off', sampling: 'forbidden', temperature: 0.5 } as const
    await expect(create({ parameters })).rejects.toMatchObject({ code: 'MODEL_PARAMETER_UNSUPPORTED' })
    const model = await create()
    await expect(
      updateModel(domain.ctx, {
        modelId: bare(model),
        changes: { vendor: 'zhipu', authProfile: 'access_key_pair' },
        actor,
      }),
    ).rejects.toMatchObject({ code: 'MODEL_PARAMETER_UNSUPPORTED' })
  })

  it('of a model that is not there', async () => {
    const modelId = domain.ctx.newId()
    await expect(updateModel(domain.ctx, { modelId, changes: { priority: 1 }, actor })).rejects.toMatchObject({
      code: 'MODEL_NOT_FOUND',
    })
    await expect(removeModel(domain.ctx, { modelId, actor })).rejects.toMatchObject({ code: 'MODEL_NOT_FOUND' })
    await expect(setDefaultModel(domain.ctx, { modelId, actor })).rejects.toMatchObject({ code: 'MODEL_NOT_FOUND' })
    await expect(openTarget(domain.ctx, modelId)).rejects.toMatchObject({ code: 'MODEL_NOT_FOUND' })
  })

  it('of a pick that is unknown, disabled, or for members', async () => {
    const gold = await create({ isMembersOnly: true })
    const off = await create({ isEnabled: false })
    await expect(assertModelAllowed(domain.ctx, bare(gold), false)).rejects.toMatchObject({
      code: 'MODEL_MEMBERS_ONLY',
      params: { model: gold.alias },
    })
    await expect(assertModelAllowed(domain.ctx, bare(off), false)).rejects.toMatchObject({ code: 'MODEL_NOT_FOUND' })
    await expect(assertModelAllowed(domain.ctx, domain.ctx.newId(), false)).rejects.toMatchObject({
      code: 'MODEL_NOT_FOUND',
    })
    await assertModelAllowed(domain.ctx, null, false)
    await assertModelAllowed(domain.ctx, bare(await create()), false)
  })
})

describe('a price', () => {
  it('holds from its day on, and the old one until then', async () => {
    const now = domain.ctx.clock.now().getTime()
    const tomorrow = new Date(now + 86_400_000).toISOString()
    const model = await create()
    const changed = await updateModel(domain.ctx, {
      modelId: bare(model),
      changes: { price: price(tomorrow, 900_000) },
      actor,
    })
    expect(changed.price?.inputMicroYuanPerMillion).toBe(800_000)
    expect(changed.nextPrice).toMatchObject({ effectiveFrom: tomorrow, inputMicroYuanPerMillion: 900_000 })
    expect((await openTarget(domain.ctx, bare(model))).price?.inputMicroYuanPerMillion).toBe(800_000)
    domain.advance(86_400_001)
    expect((await openTarget(domain.ctx, bare(model))).price?.inputMicroYuanPerMillion).toBe(900_000)
  })

  it('is corrected by one of the same day, and unknown before the first', async () => {
    const model = await create({ price: price('2099-01-01T00:00:00.000Z', 1) })
    expect(model.price).toBeNull()
    const changes = { price: price('2026-01-01T00:00:00.000Z', 700_000) }
    await updateModel(domain.ctx, { modelId: bare(model), changes, actor })
    const again = { price: price('2026-01-01T00:00:00.000Z', 600_000) }
    expect((await updateModel(domain.ctx, { modelId: bare(model), changes: again, actor })).price).toMatchObject({
      inputMicroYuanPerMillion: 600_000,
      effectiveFrom: '2026-01-01T00:00:00.000Z',
    })
    expect(await domain.ctx.prisma.modelPrice.count({ where: { modelId: bare(model) } })).toBe(2)
  })
})
