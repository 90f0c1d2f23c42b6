import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { duplicateCreation } from './duplicate-creation.ts'
import { getCreation } from './get-creation.ts'
import { loadOwnCreation } from './load-own-creation.ts'
import { purgeTrash } from './purge-trash.ts'
import { removeCreations } from './remove-creations.ts'
import { addWork, idOf, sampleResult } from './testing/add-work.ts'
import { updateCreation } from '../editing/update-creation.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const newUser = async () => idOf(domain.ctx, (await domain.signUp()).user.username)
const newWork = async (userId: string) => ({ ...(await addWork(domain.ctx, userId)), userId })
type Press = Parameters<typeof duplicateCreation>[1]
const copy = ({ creationId, userId, requestKey }: Press) =>
  duplicateCreation(domain.ctx, { creationId, userId, requestKey })
const bare = (id: string) => parseId('creation', id) ?? ''
const worksOf = (userId: string) => domain.ctx.prisma.creation.count({ where: { userId } })

it('has the text and the form, costs nothing, and continues nothing for free', async () => {
  const userId = await newUser()
  const { creationId } = await addWork(domain.ctx, userId, { isIncomplete: true })
  const id = bare((await copy({ creationId, userId, requestKey: crypto.randomUUID() })).id)
  expect(await getCreation(domain.ctx, { creationId: id, userId })).toMatchObject({
    input: { topic: '城市夜跑' },
    continuationsLeft: 0,
    generation: null,
    currentVersion: { kind: 'copied', ordinal: 1, model: null, result: sampleResult },
  })
  expect((await loadOwnCreation(domain.ctx, id, userId)).form).toEqual({ topic: '城市夜跑' })
})

it('is one for twenty presses at once under one key, with one text', async () => {
  const userId = await newUser()
  const press = { ...(await newWork(userId)), requestKey: crypto.randomUUID() }
  const copies = await Promise.all(Array.from({ length: 20 }, () => copy(press)))
  for (const one of copies) expect(one).toEqual(copies[0])
  expect(await worksOf(userId)).toBe(2)
  expect(await domain.ctx.prisma.version.count({ where: { creation: { userId }, kind: 'copied' } })).toBe(1)
})

it('is the same long after, although the work was changed and thrown away since', async () => {
  const userId = await newUser()
  const work = await newWork(userId)
  const press = { ...work, requestKey: crypto.randomUUID() }
  const first = await copy(press)
  await updateCreation(domain.ctx, { ...work, baseVersionId: work.versionId, markdown: '改过的正文' })
  await removeCreations(domain.ctx, { creationIds: [work.creationId], userId })
  expect(await copy(press)).toEqual(first)
  await expect(copy({ ...press, requestKey: crypto.randomUUID() })).rejects.toMatchObject({ code: 'CREATION_IN_TRASH' })
})

it('is another one under another key, and another person’s under the same', async () => {
  const requestKey = crypto.randomUUID()
  const [mine, theirs] = [await newWork(await newUser()), await newWork(await newUser())]
  const copies = [
    await copy({ ...mine, requestKey }),
    await copy({ ...mine, requestKey: crypto.randomUUID() }),
    await copy({ ...theirs, requestKey }),
  ]
  expect(new Set(copies.map(({ id }) => id)).size).toBe(3)
  await expect(copy({ ...theirs, userId: mine.userId, requestKey: crypto.randomUUID() })).rejects.toMatchObject({
    code: 'CREATION_NOT_FOUND',
  })
})

it('is refused under a key that copied another work, also when both are asked for at once', async () => {
  const userId = await newUser()
  const works = [await newWork(userId), await newWork(userId)]
  const requestKey = crypto.randomUUID()
  const results = await Promise.allSettled(works.map((work) => copy({ ...work, requestKey })))
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  for (const result of results)
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
  expect(await worksOf(userId)).toBe(3)
})

it('is not made again once it has been purged', async () => {
  const userId = await newUser()
  const press = { ...(await newWork(userId)), requestKey: crypto.randomUUID() }
  await removeCreations(domain.ctx, { creationIds: [bare((await copy(press)).id)], userId })
  domain.advance(31 * 86_400_000)
  await purgeTrash(domain.ctx)
  await expect(copy(press)).rejects.toMatchObject({ code: 'CREATION_NOT_FOUND' })
  expect(await worksOf(userId)).toBe(2)
})
