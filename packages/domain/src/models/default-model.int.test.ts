import { parseId } from '@mozhou/contracts/ids'
import type { CreateModelInput, ModelAdminDto } from '@mozhou/contracts/models'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../audit/actor.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { createModel } from './create-model.ts'
import { removeModel } from './remove-model.ts'
import { setDefaultModel } from './set-default-model.ts'
import { modelInput as input } from './testing/model-input.ts'

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
const defaults = () => domain.ctx.prisma.aiModel.findMany({ where: { isDefault: true }, select: { id: true } })

it('is one, and everybody is answered, when six set it at once', async () => {
  const [one, two] = [await create(), await create()]
  const answers = await Promise.all([one, two, one, two, one, two].map(setDefault))
  for (const answer of answers) expect(answer.isDefault).toBe(true)
  expect([[{ id: bare(one) }], [{ id: bare(two) }]]).toContainEqual(await defaults())
})

it('is never a disabled or a members’ model, and not deleted', async () => {
  for (const changes of [{ isEnabled: false }, { isMembersOnly: true }])
    await expect(setDefault(await create(changes))).rejects.toMatchObject({ code: 'MODEL_NOT_AVAILABLE' })
  const model = await setDefault(await create())
  expect(model.isDefault).toBe(true)
  await expect(removeModel(domain.ctx, { modelId: bare(model), actor })).rejects.toMatchObject({ code: 'MODEL_IN_USE' })
})

it('is still there when somebody deletes a model while another makes it the default', async () => {
  await setDefault(await create())
  const model = await create()
  const [set, removed] = await Promise.allSettled([
    setDefault(model),
    removeModel(domain.ctx, { modelId: bare(model), actor }),
  ])
  expect([set.status, removed.status].toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await defaults()).toHaveLength(1)
})
