import { AppError } from '@mozhou/contracts/errors'
import { parseId } from '@mozhou/contracts/ids'
import type { CreateModelInput, UpdateModelInput } from '@mozhou/contracts/models/inputs'
import type { ModelAdminDto } from '@mozhou/contracts/models/answers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../audit/actor.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { createModel } from './create-model.ts'
import { removeModel } from './remove-model.ts'
import { setDefaultModel } from './set-default-model.ts'
import { modelInput as input } from './testing/model-input.ts'
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
const setDefault = (model: Pick<ModelAdminDto, 'id'>) => setDefaultModel(domain.ctx, { modelId: bare(model), actor })
const change = (model: Pick<ModelAdminDto, 'id'>, changes: UpdateModelInput['changes']) =>
  updateModel(domain.ctx, { modelId: bare(model), changes, actor })
const remove = (model: Pick<ModelAdminDto, 'id'>) => removeModel(domain.ctx, { modelId: bare(model), actor })
const stored = (model: Pick<ModelAdminDto, 'id'>) =>
  domain.ctx.prisma.aiModel.findUniqueOrThrow({ where: { id: bare(model) } })
const at = (fromNowMs: number) => new Date(domain.ctx.clock.now().getTime() + fromNowMs).toISOString()
const defaults = () => domain.ctx.prisma.aiModel.findMany({ where: { isDefault: true }, select: { id: true } })

it('is one, and everybody is answered, when six set it at once', async () => {
  const [one, two] = [await create(), await create()]
  const answers = await Promise.all([one, two, one, two, one, two].map(setDefault))
  for (const answer of answers) expect(answer.isDefault).toBe(true)
  expect([[{ id: bare(one) }], [{ id: bare(two) }]]).toContainEqual(await defaults())
})

it('is never a disabled one, one for members, or one past its last day', async () => {
  const shutdownAt = at(-1)
  for (const changes of [{ isEnabled: false }, { isMembersOnly: true }, { shutdownAt }]) {
    const model = await create(changes)
    const [field] = Object.keys(changes)
    await expect(setDefault(model)).rejects.toEqual(
      new AppError('MODEL_UNFIT_AS_DEFAULT', { field: field ?? '', model: model.alias }),
    )
  }
})

it('is not disabled, kept to members, ended or deleted, and stays as it was', async () => {
  const model = await setDefault(await create())
  const before = await stored(model)
  for (const changes of [{ isEnabled: false }, { isMembersOnly: true }, { shutdownAt: at(-1) }]) {
    const [field] = Object.keys(changes)
    await expect(change(model, { ...changes, priority: 7 })).rejects.toEqual(
      new AppError('MODEL_IS_DEFAULT', { field: field ?? '', model: model.alias }),
    )
  }
  await expect(remove(model)).rejects.toEqual(new AppError('MODEL_IS_DEFAULT', { model: model.alias }))
  expect(await stored(model)).toEqual(before)
  await setDefault(await create())
  expect(await change(model, { isEnabled: false })).toMatchObject({ isEnabled: false, isDefault: false })
})

it('may be given a day to come, and edited after it', async () => {
  const model = await setDefault(await create())
  const shutdownAt = at(60_000)
  expect(await change(model, { shutdownAt })).toMatchObject({ isDefault: true, shutdownAt })
  domain.advance(60_000)
  expect(await change(model, { priority: 7 })).toMatchObject({ isDefault: true, priority: 7 })
  await expect(change(model, { isEnabled: false })).rejects.toMatchObject({ code: 'MODEL_IS_DEFAULT' })
  await expect(setDefault(model)).rejects.toMatchObject({ code: 'MODEL_UNFIT_AS_DEFAULT' })
  expect(await change(model, { shutdownAt: null })).toMatchObject({ isDefault: true, shutdownAt: null })
})

it('is not disabled while it is being chosen', async () => {
  const model = await create()
  const [set, changed] = await Promise.allSettled([setDefault(model), change(model, { isEnabled: false })])
  expect([set.status, changed.status].toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await domain.ctx.prisma.aiModel.count({ where: { isDefault: true, isEnabled: true } })).toBe(1)
})

it('is still there when somebody deletes a model while another makes it the default', async () => {
  await setDefault(await create())
  const model = await create()
  const [set, removed] = await Promise.allSettled([setDefault(model), remove(model)])
  expect([set.status, removed.status].toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await defaults()).toHaveLength(1)
})
