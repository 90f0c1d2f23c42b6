import { formatId } from '@mozhou/contracts/ids'
import { listCreationsInput } from '@mozhou/contracts/creations/inputs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditLedger } from '../credits/audit-ledger.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { getCreation } from './get-creation.ts'
import { getReceipt } from '../generations/get-receipt.ts'
import { listCreations } from './list-creations.ts'
import { listTrash } from './list-trash.ts'
import { purgeTrash } from './purge-trash.ts'
import { removeCreations } from './remove-creations.ts'
import { addWork, idOf } from './testing/add-work.ts'
import { undeleteCreations } from './undelete-creations.ts'
import { updateCreation } from '../editing/update-creation.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const dayMs = 86_400_000
const newUser = async () => idOf(domain.ctx, (await domain.signUp()).user.username)
const listed = async (userId: string, input: object = {}) =>
  (await listCreations(domain.ctx, { ...listCreationsInput.parse(input), userId })).items.map(({ id }) => id)
const trashed = (userId: string) => listTrash(domain.ctx, { userId, limit: 20 })
const edge = (id: string) => formatId('creation', id)

describe('the trash', () => {
  it('takes works out of the library and gives them back, and refuses those being written', async () => {
    const userId = await newUser()
    const works = [await addWork(domain.ctx, userId), await addWork(domain.ctx, userId)]
    const busy = await addWork(domain.ctx, userId, { generationStatus: 'running' })
    const creationIds = [...works, busy].map(({ creationId }) => creationId)
    const removed = await removeCreations(domain.ctx, { creationIds, userId })
    expect(removed.changedIds).toEqual(works.map(({ creationId }) => edge(creationId)))
    expect(removed.refused).toEqual([{ creationId: edge(busy.creationId), code: 'CREATION_BUSY' }])
    expect(await listed(userId)).toEqual([edge(busy.creationId)])
    expect(await listed(userId, { search: '夜跑' })).toEqual([edge(busy.creationId)])
    expect((await trashed(userId)).items.map(({ daysLeft }) => daysLeft)).toEqual([30, 30])
    await undeleteCreations(domain.ctx, { creationIds: creationIds.slice(0, 1), userId })
    expect(await listed(userId)).toHaveLength(2)
  })

  it('lets nothing be changed that lies in it, and still shows it', async () => {
    const userId = await newUser()
    const { creationId, versionId } = await addWork(domain.ctx, userId)
    await removeCreations(domain.ctx, { creationIds: [creationId], userId })
    await expect(
      updateCreation(domain.ctx, { creationId, userId, baseVersionId: versionId, markdown: 'x' }),
    ).rejects.toMatchObject({ code: 'CREATION_IN_TRASH' })
    expect((await getCreation(domain.ctx, { creationId, userId })).deletedAt).not.toBeNull()
  })

  it('knows nothing of other people’s works', async () => {
    const { creationId } = await addWork(domain.ctx, await newUser())
    const removed = await removeCreations(domain.ctx, { creationIds: [creationId], userId: await newUser() })
    expect(removed).toEqual({ changedIds: [], refused: [{ creationId: edge(creationId), code: 'CREATION_NOT_FOUND' }] })
  })

  it('is paged, last deleted first', async () => {
    const userId = await newUser()
    for (let made = 0; made < 5; made += 1) {
      const { creationId } = await addWork(domain.ctx, userId)
      await removeCreations(domain.ctx, { creationIds: [creationId], userId })
    }
    const first = await listTrash(domain.ctx, { userId, limit: 3 })
    const second = await listTrash(domain.ctx, { userId, limit: 3, cursor: first.nextCursor })
    const instants = [...first.items, ...second.items].map(({ deletedAt }) => deletedAt)
    expect(instants).toHaveLength(5)
    expect(instants).toEqual([...instants].toSorted().toReversed())
    expect(second.nextCursor).toBeNull()
  })
})

describe('the purge', () => {
  it('takes the texts after thirty days, and leaves ledger, usage and receipt true', async () => {
    const userId = await newUser()
    const { creationId, versionId, generationId } = await addWork(domain.ctx, userId)
    const kept = await addWork(domain.ctx, userId)
    await removeCreations(domain.ctx, { creationIds: [creationId], userId })
    expect(await purgeTrash(domain.ctx)).toEqual({ purged: 0 })
    domain.advance(30 * dayMs)
    expect((await undeleteCreations(domain.ctx, { creationIds: [creationId], userId })).changedIds).toEqual([])
    // The works that the tests above left in the trash are due as well.
    expect((await purgeTrash(domain.ctx)).purged).toBeGreaterThanOrEqual(1)
    expect(await purgeTrash(domain.ctx)).toEqual({ purged: 0 })

    const version = await domain.ctx.prisma.version.findUniqueOrThrow({ where: { id: versionId } })
    expect(version).toMatchObject({ title: '', result: {}, rawText: '', outputTokens: 2, wordCount: 10 })
    const generation = await domain.ctx.prisma.generation.findUniqueOrThrow({ where: { id: generationId } })
    expect(generation).toMatchObject({ input: {}, draftText: '', priceCredits: 0, status: 'succeeded' })
    expect(await domain.ctx.prisma.creationSearch.count({ where: { creationId } })).toBe(0)
    await expect(getCreation(domain.ctx, { creationId, userId })).rejects.toMatchObject({ code: 'CREATION_NOT_FOUND' })
    expect((await getReceipt(domain.ctx, { creationId, userId })).generations).toHaveLength(1)
    expect((await auditLedger(domain.ctx)).checks.filter(({ isPassed }) => !isPassed)).toEqual([])
    expect(await listed(userId)).toEqual([edge(kept.creationId)])
    expect((await trashed(userId)).items).toEqual([])
  })
})
