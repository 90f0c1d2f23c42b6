import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { updateCreation } from '../editing/update-creation.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { duplicateCreation } from './duplicate-creation.ts'
import { exportCreation } from './export-creation.ts'
import { getCreation } from './get-creation.ts'
import { hasModelPart } from './has-model-part.ts'
import { listCreations } from './list-creations.ts'
import { addWork, idOf } from './testing/add-work.ts'
import { writeOwn } from './write-own.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const newUser = async () => idOf(domain.ctx, (await domain.signUp()).user.username)
const bare = (id: string) => parseId('creation', id) ?? ''
const words = { title: '河边的早市', body: '天没亮，摊子就支起来了。\n\n## 豆腐\n\n还是热的。', tags: ['早市'] }
const write = (userId: string, requestKey: string = crypto.randomUUID()) =>
  writeOwn(domain.ctx, { ...words, userId, requestKey })

it('stands in the library with its words, searched, at no cost, and no model had a part in it', async () => {
  const userId = await newUser()
  const creationId = bare((await write(userId)).id)
  expect(await getCreation(domain.ctx, { creationId, userId })).toMatchObject({
    title: '河边的早市',
    status: 'succeeded',
    isIncomplete: false,
    generation: null,
    currentVersion: { kind: 'edited', model: null, checks: [], result: { title: words.title, keywords: ['早市'] } },
  })
  const found = await listCreations(domain.ctx, { userId, search: '豆腐', sort: 'newest', cursor: null, limit: 5 })
  expect(found.items).toHaveLength(1)
  expect(await domain.ctx.prisma.creditAccount.count({ where: { userId, balance: { lt: 0 } } })).toBe(0)
  expect(await hasModelPart(domain.ctx, creationId)).toBe(false)
})

it('is one for the same key again, another person’s under the same is theirs, and a copy’s key makes none', async () => {
  const [userId, other] = [await newUser(), await newUser()]
  const requestKey = crypto.randomUUID()
  const all = await Promise.all(Array.from({ length: 8 }, () => write(userId, requestKey)))
  for (const one of all) expect(one).toEqual(all[0])
  expect(await domain.ctx.prisma.creation.count({ where: { userId } })).toBe(1)
  expect(await domain.ctx.prisma.version.count({ where: { creation: { userId } } })).toBe(1)
  expect((await write(other, requestKey)).id).not.toBe(all[0]?.id)
  const key = crypto.randomUUID()
  await duplicateCreation(domain.ctx, { creationId: bare(all[0]?.id ?? ''), userId, requestKey: key })
  await expect(write(userId, key)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
})

it('stays its person’s own when it is edited, and a copy of it too; what a model began never becomes that', async () => {
  const userId = await newUser()
  const creationId = bare((await write(userId)).id)
  const { currentVersion } = await getCreation(domain.ctx, { creationId, userId })
  const baseVersionId = parseId('version', currentVersion?.id ?? '') ?? ''
  const edited = await updateCreation(domain.ctx, { creationId, userId, baseVersionId, markdown: '改过了。' })
  expect(edited).toMatchObject({ checks: [], isIncomplete: false })
  const copied = bare((await duplicateCreation(domain.ctx, { creationId, userId, requestKey: crypto.randomUUID() })).id)
  expect([await hasModelPart(domain.ctx, creationId), await hasModelPart(domain.ctx, copied)]).toEqual([false, false])
  const work = await addWork(domain.ctx, userId)
  await updateCreation(domain.ctx, { ...work, userId, baseVersionId: work.versionId, markdown: '全是我自己写的。' })
  const press = { creationId: work.creationId, userId, requestKey: crypto.randomUUID() }
  const copyOfIt = bare((await duplicateCreation(domain.ctx, press)).id)
  const both = [await hasModelPart(domain.ctx, work.creationId), await hasModelPart(domain.ctx, copyOfIt)]
  expect(both).toEqual([true, true])
})

it('leaves in a file without a label of an AI, whatever is asked for', async () => {
  const userId = await newUser()
  const creationId = bare((await write(userId)).id)
  const asked: Parameters<typeof exportCreation>[0]['writeDocument'] = (_format, { aiLabel, provenance }) =>
    Promise.resolve(new TextEncoder().encode(JSON.stringify([aiLabel, provenance])))
  const ctx = { ...domain.ctx, writeDocument: asked }
  const label = async (id: string) => {
    const wish = { creationId: id, userId, format: 'md', label: 'on', notes: 'false' } as const
    return JSON.parse(new TextDecoder().decode((await exportCreation(ctx, wish)).bytes)) as unknown[]
  }
  expect(await label(creationId)).toEqual([null, null])
  const work = await addWork(domain.ctx, userId)
  expect(await label(work.creationId)).toEqual([
    expect.stringContaining('AI'),
    expect.objectContaining({ producer: '墨舟' }),
  ])
})
