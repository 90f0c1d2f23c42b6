import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { duplicateCreation } from './creations/duplicate-creation.ts'
import { purgeTrash } from './creations/purge-trash.ts'
import { removeCreations } from './creations/remove-creations.ts'
import { addWork, idOf } from './creations/testing/add-work.ts'
import { updateCreation } from './editing/update-creation.ts'
import { pressOf, requestGeneration } from './generations/request-generation.ts'
import { createTestDomain } from './testing/test-domain.ts'
import type { TestDomain } from './testing/test-domain.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const limited = (caps: Partial<TestDomain['ctx']['settings']['caps']>) => ({
  ...domain.ctx,
  settings: { ...domain.ctx.settings, caps: { ...domain.ctx.settings.caps, ...caps } },
})

async function addPerson(): Promise<string> {
  const { user } = await domain.signUp()
  return idOf(domain.ctx, user.username)
}

function press(ctx: TestDomain['ctx'], userId: string, creationId: string | null) {
  return requestGeneration(ctx, {
    userId,
    press: pressOf({ requestKey: crypto.randomUUID(), userId }),
    creationKind: 'writing',
    kind: creationId === null ? 'generate' : 'regenerate',
    tool: 'wechat-article',
    creationId,
    title: '城市夜跑',
    input: { topic: '城市夜跑' },
    baseVersionId: null,
    pickedModelId: null,
    usualModelId: null,
  })
}
const copy = (ctx: TestDomain['ctx'], userId: string, creationId: string) =>
  duplicateCreation(ctx, { userId, creationId, requestKey: crypto.randomUUID() })
const edit = (ctx: TestDomain['ctx'], userId: string, work: { creationId: string; versionId: string }, title: string) =>
  updateCreation(ctx, { userId, creationId: work.creationId, baseVersionId: work.versionId, title })

async function storedBytes(userId: string) {
  const [row] = await domain.ctx.prisma.$queryRaw<{ counted: bigint; real: bigint }[]>`
    SELECT coalesce((SELECT text_bytes FROM user_storage WHERE user_id = ${userId}::uuid), 0) AS counted,
      (SELECT coalesce(sum(octet_length(copied_form::text)), 0) FROM creations WHERE user_id = ${userId}::uuid)::bigint
      + (SELECT coalesce(sum(octet_length(input::text)), 0) FROM generations WHERE user_id = ${userId}::uuid)::bigint
      + (SELECT coalesce(sum(octet_length(raw_text) + octet_length(result::text)), 0) FROM creation_versions v
          JOIN creations c ON c.id = v.creation_id WHERE c.user_id = ${userId}::uuid)::bigint AS real`
  return row
}

describe('works', () => {
  it('are made and copied up to the limit, those in the trash included', async () => {
    const userId = await addPerson()
    const work = await addWork(domain.ctx, userId)
    const ctx = limited({ creations: 3 })
    await copy(ctx, userId, work.creationId)
    const refused = { code: 'CREATIONS_LIMIT', params: { limit: 3 } }
    // At once: one has room.
    const copies = await Promise.allSettled([1, 2, 3, 4].map(() => copy(ctx, userId, work.creationId)))
    expect(copies.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of copies) if (one.status === 'rejected') expect(one.reason).toMatchObject(refused)
    await expect(press(ctx, userId, null)).rejects.toMatchObject(refused)
    await removeCreations(ctx, { creationIds: [work.creationId], userId })
    await expect(press(ctx, userId, null)).rejects.toMatchObject(refused)
    domain.advance(31 * 86_400_000)
    await purgeTrash(domain.ctx)
    await expect(press(ctx, userId, null)).resolves.toMatchObject({ ordinal: 1 })
  })
})

describe('versions of a work', () => {
  it('are made up to the limit: by a press, and by hand', async () => {
    const userId = await addPerson()
    const work = await addWork(domain.ctx, userId)
    const refused = { code: 'VERSIONS_LIMIT', params: { limit: 2 } }
    const ctx = limited({ versionsPerCreation: 2 })
    const { id } = await edit(ctx, userId, work, '改过一次')
    const versionId = (await domain.ctx.prisma.creation.findUniqueOrThrow({ where: { id: work.creationId } }))
      .currentVersionId
    expect(id).toBeTruthy()
    await expect(edit(ctx, userId, { ...work, versionId: versionId ?? '' }, '再改')).rejects.toMatchObject(refused)
    await expect(press(ctx, userId, work.creationId)).rejects.toMatchObject(refused)
    // Another work of theirs is not full.
    await expect(press(ctx, userId, null)).resolves.toMatchObject({ ordinal: 1 })
  })
})

describe('stored text', () => {
  it('is counted exactly, whatever is written, copied, changed and purged', async () => {
    const [userId, other] = [await addPerson(), await addPerson()]
    const work = await addWork(domain.ctx, userId)
    await addWork(domain.ctx, other)
    const before = await storedBytes(other)
    await copy(domain.ctx, userId, work.creationId)
    await edit(domain.ctx, userId, work, '另一个标题')
    await press(domain.ctx, userId, null)
    const stored = await storedBytes(userId)
    expect(stored?.counted).toBe(stored?.real)
    expect(stored?.counted).toBeGreaterThan(500n)
    await removeCreations(domain.ctx, { creationIds: [work.creationId], userId })
    domain.advance(31 * 86_400_000)
    await purgeTrash(domain.ctx)
    const purged = await storedBytes(userId)
    expect(purged?.counted).toBe(purged?.real)
    expect(purged?.counted).toBeLessThan(stored?.counted ?? 0n)
    expect(await storedBytes(other)).toEqual(before)
  })

  it('is refused at the press, at an edit and at a copy when it is full, and not before', async () => {
    const userId = await addPerson()
    const work = await addWork(domain.ctx, userId)
    const refused = { code: 'STORED_TEXT_LIMIT', params: { limit: 1 } }
    const ctx = limited({ storedTextMegabytes: 1 })
    await domain.ctx.prisma.userStorage.update({ where: { userId }, data: { textBytes: 1_000_000n } })
    await expect(press(ctx, userId, null)).rejects.toMatchObject(refused)
    await expect(copy(ctx, userId, work.creationId)).rejects.toMatchObject(refused)
    await expect(edit(ctx, userId, work, '改')).rejects.toMatchObject(refused)
    await domain.ctx.prisma.userStorage.update({ where: { userId }, data: { textBytes: 999_999n } })
    await edit(ctx, userId, work, '改')
  })
})
