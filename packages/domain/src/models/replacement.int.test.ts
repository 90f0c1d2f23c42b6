import { AppError } from '@mozhou/contracts/errors'
import { parseId } from '@mozhou/contracts/ids'
import type { CreateModelInput } from '@mozhou/contracts/models/inputs'
import type { ModelAdminDto } from '@mozhou/contracts/models/answers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../audit/actor.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { createModel } from './create-model.ts'
import { removeModel } from './remove-model.ts'
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

type Named = Pick<ModelAdminDto, 'id'>
const create = (changes: Partial<CreateModelInput> = {}) => createModel(domain.ctx, { ...input(changes), actor })
const bare = (model: Named) => parseId('model', model.id) ?? ''
const replace = (model: Named, replacementId: string | null) =>
  updateModel(domain.ctx, { modelId: bare(model), changes: { replacementId }, actor })
const refusal = (rule: string) => new AppError('VALIDATION_FAILED', { field: 'replacementId', rule })

it('is another model of the catalogue, and can be taken back', async () => {
  const [old, next] = [await create(), await create()]
  expect((await create({ replacementId: bare(next) })).replacementId).toBe(next.id)
  expect((await replace(old, bare(next))).replacementId).toBe(next.id)
  expect((await replace(old, bare(next))).replacementId).toBe(next.id)
  expect((await replace(old, null)).replacementId).toBeNull()
})

it('is not the model itself, and not one that leads back to it', async () => {
  const [a, b, c] = [await create(), await create(), await create()]
  await expect(replace(a, bare(a))).rejects.toEqual(refusal('replacement_self'))
  await replace(a, bare(b))
  await replace(b, bare(c))
  await expect(replace(b, bare(a))).rejects.toEqual(refusal('replacement_cycle'))
  await expect(replace(c, bare(a))).rejects.toEqual(refusal('replacement_cycle'))
})

it('is not one that never was, or that was deleted', async () => {
  const model = await create()
  const hidden = await create()
  const [usage] = randomUsage(1, [actor.userId])
  if (usage) await insertUsage(domain.ctx, [{ ...usage, modelId: bare(hidden) }])
  await removeModel(domain.ctx, { modelId: bare(hidden), actor })
  expect(await domain.ctx.prisma.aiModel.count({ where: { id: bare(hidden), deletedAt: { not: null } } })).toBe(1)
  for (const replacementId of [domain.ctx.newId(), bare(hidden)]) {
    await expect(replace(model, replacementId)).rejects.toEqual(refusal('replacement_unknown'))
    await expect(create({ replacementId })).rejects.toEqual(refusal('replacement_unknown'))
  }
})

it('makes no circle when two are replaced by each other at once', async () => {
  const [a, b] = [await create(), await create()]
  const results = await Promise.allSettled([replace(a, bare(b)), replace(b, bare(a))])
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  for (const result of results)
    if (result.status === 'rejected') expect(result.reason).toEqual(refusal('replacement_cycle'))
})

it('is gone or refused, never hidden, when it is deleted at the same time', async () => {
  const [model, next] = [await create(), await create()]
  const [usage] = randomUsage(1, [actor.userId])
  if (usage) await insertUsage(domain.ctx, [{ ...usage, modelId: bare(next) }])
  await Promise.allSettled([replace(model, bare(next)), removeModel(domain.ctx, { modelId: bare(next), actor })])
  const row = await domain.ctx.prisma.aiModel.findUniqueOrThrow({ where: { id: bare(model) } })
  expect(row.replacementId).toBeNull()
})

it('leaves other changes of a model alone whose replacement is from before these rules', async () => {
  const model = await create()
  await domain.ctx.prisma.aiModel.update({ where: { id: bare(model) }, data: { replacementId: bare(model) } })
  const changed = await updateModel(domain.ctx, { modelId: bare(model), changes: { priority: 7 }, actor })
  expect(changed).toMatchObject({ priority: 7, replacementId: model.id })
})
