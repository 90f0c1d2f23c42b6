import { parseId } from '@mozhou/contracts/ids'
import type { CreateModelInput } from '@mozhou/contracts/models/inputs'
import type { ModelAdminDto } from '@mozhou/contracts/models/answers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../audit/actor.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { createModel } from './create-model.ts'
import { listCatalogue } from './list-models.ts'
import { openTarget } from './open-target.ts'
import { removeModel } from './remove-model.ts'
import { setDefaultModel } from './set-default-model.ts'
import { modelInput as input } from './testing/model-input.ts'
import { insertUsage, randomUsage } from './testing/random-usage.ts'
import { updateModel } from './update-model.ts'

let domain: TestDomain
let actor: Actor
beforeAll(async () => {
  domain = await createTestDomain()
  actor = { userId: parseId('user', (await domain.signUp()).user.id) ?? '', requestId: 'req-1' }
})
afterAll(() => domain.close())

const create = (changes: Partial<CreateModelInput> = {}) => createModel(domain.ctx, { ...input(changes), actor })
const bare = (model: Pick<ModelAdminDto, 'id'>) => parseId('model', model.id) ?? ''

describe('an address', () => {
  const sandboxUrl = 'http://127.0.0.1:3200'
  const inDevelopment = () => ({
    ...domain.ctx,
    settings: { ...domain.ctx.settings, sandboxUrl, allowsLoopbackModels: true },
  })
  const inProduction = () => ({ ...domain.ctx, settings: { ...domain.ctx.settings, sandboxUrl: null } })

  it.each([
    ['http://models.example/v1', 'address_not_https'],
    ['https://user:secret@models.example/v1', 'address_credentials'],
    ['https://169.254.169.254/latest', 'address_not_public'],
    ['https://0x7f000001/v1', 'address_not_public'],
    ['https://[::ffff:10.0.0.1]/v1', 'address_not_public'],
    ['http://127.0.0.1:8000/v1', 'address_not_https'],
    [`${sandboxUrl}/openai/v1`, 'address_not_https'],
  ])('%s is refused, on creating and on changing: %s', async (baseUrl, rule) => {
    const refusal = { code: 'VALIDATION_FAILED', params: { field: 'baseUrl', rule } }
    await expect(createModel(inProduction(), { ...input({ baseUrl }), actor })).rejects.toMatchObject(refusal)
    const model = await create()
    const changes = { baseUrl, credentials: { apiKey: 'sk-new-key' } }
    await expect(updateModel(inProduction(), { modelId: bare(model), changes, actor })).rejects.toMatchObject(refusal)
  })

  it('of the sandbox, and in development of this machine, may be private; no other, and none with a password in it', async () => {
    const open = async (baseUrl: string) => {
      const model = await createModel(inDevelopment(), { ...input({ baseUrl }), actor })
      return (await openTarget(inDevelopment(), bare(model))).target.network
    }
    expect(await open(`${sandboxUrl}/openai/v1`)).toBe('private')
    expect(await open('http://localhost:11434/v1')).toBe('private')
    expect(await open('https://models.example/v1')).toBe('public')
    await expect(open('http://10.0.0.7/v1')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
    await expect(open('http://user:secret@127.0.0.1/v1')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  })

  it('that was stored when it was allowed is guarded like any other once it is not', async () => {
    const model = await createModel(inDevelopment(), { ...input({ baseUrl: 'http://127.0.0.1:8000/v1' }), actor })
    expect((await openTarget(inProduction(), bare(model))).target.network).toBe('public')
  })

  it('elsewhere needs a key of its own: the stored one is not carried there', async () => {
    const model = await create()
    const move = (changes: object) => updateModel(domain.ctx, { modelId: bare(model), changes, actor })
    await expect(move({ baseUrl: 'https://elsewhere.example/v1' })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      params: { field: 'credentials.apiKey', rule: 'required' },
    })
    await move({ baseUrl: 'https://models.example/v2' })
    const credentials = { apiKey: 'sk-elsewhere' }
    const moved = await move({
      baseUrl: 'https://elsewhere.example/v1',
      vendor: 'openai',
      upstreamModel: 'gpt-6-sol',
      credentials,
    })
    expect(moved).toMatchObject({ id: model.id, alias: model.alias, vendor: 'openai', upstreamModel: 'gpt-6-sol' })
  })
})

describe('an upstream id that its vendor has ended', () => {
  it('is told with its successor, and no longer once the alias points there', async () => {
    const model = await create({ vendor: 'openai', alias: 'GPT-4', upstreamModel: 'gpt-4' })
    expect(model.retirement).toMatchObject({ retiredOn: '2026-10-23', replacements: ['gpt-6-sol', 'gpt-5.6-terra'] })
    const changes = { upstreamModel: 'gpt-6-sol' }
    const changed = await updateModel(domain.ctx, { modelId: bare(model), changes, actor })
    expect(changed).toMatchObject({ id: model.id, alias: 'GPT-4', retirement: null })
  })
})

describe('a model that was used', () => {
  it('leaves its row, without its key, and its name to others', async () => {
    const model = await create()
    const [usage] = randomUsage(1, [actor.userId])
    if (usage) await insertUsage(domain.ctx, [{ ...usage, modelId: bare(model) }])
    const other = await create({ replacementId: bare(model) })
    await removeModel(domain.ctx, { modelId: bare(model), actor })
    const row = await domain.ctx.prisma.aiModel.findUniqueOrThrow({ where: { id: bare(model) } })
    expect(row).toMatchObject({ alias: model.alias, isEnabled: false, credentialsLast4: '' })
    expect(row.credentials).toHaveLength(0)
    expect((await listCatalogue(domain.ctx)).map(({ id }) => id)).not.toContain(model.id)
    expect((await listCatalogue(domain.ctx)).find(({ id }) => id === other.id)?.replacementId).toBeNull()
    for (const again of [
      () => removeModel(domain.ctx, { modelId: bare(model), actor }),
      () => updateModel(domain.ctx, { modelId: bare(model), changes: { isEnabled: true }, actor }),
      () => setDefaultModel(domain.ctx, { modelId: bare(model), actor }),
      () => openTarget(domain.ctx, bare(model)),
    ])
      await expect(again()).rejects.toMatchObject({ code: 'MODEL_NOT_FOUND' })
    expect((await create({ alias: model.alias })).id).not.toBe(model.id)
  })

  it('and one that never was, is gone', async () => {
    const model = await create()
    await removeModel(domain.ctx, { modelId: bare(model), actor })
    expect(await domain.ctx.prisma.aiModel.count({ where: { id: bare(model) } })).toBe(0)
  })
})
