import { formatId, parseId } from '@mozhou/contracts/ids'
import { tools } from '@mozhou/contracts/tools/registry'
import { parseSections } from '@mozhou/contracts/results/sections'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { getCreation } from '../creations/get-creation.ts'
import { listVersions } from '../creations/list-versions.ts'
import { restoreVersion } from './restore-version.ts'
import { addWork, idOf, sampleResult } from '../creations/testing/add-work.ts'
import { updateCreation } from './update-creation.ts'

let domain: TestDomain
let userId: string
beforeAll(async () => {
  domain = await createTestDomain()
  userId = await idOf(domain.ctx, (await domain.signUp()).user.username)
})
afterAll(() => domain.close())

const bare = (id: string) => parseId('version', id) ?? ''
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: unknown) => String(Reflect.get(Object(error), 'code')),
  )

describe('editing', () => {
  it('makes a new version that carries no model, and keeps what was left out', async () => {
    const { creationId, versionId } = await addWork(domain.ctx, userId)
    const edited = await updateCreation(domain.ctx, {
      creationId,
      userId,
      baseVersionId: versionId,
      markdown: '## 起跑\n\n夜跑让人**清醒**。',
    })
    expect(edited).toMatchObject({ ordinal: 2, kind: 'edited', model: null, promptVersion: null, outputTokens: 0 })
    expect(edited.result).toEqual({ ...sampleResult, body: '## 起跑\n\n夜跑让人**清醒**。' })
    expect(edited.wordCount).toBe(8)
    const creation = await getCreation(domain.ctx, { creationId, userId })
    expect(creation).toMatchObject({ currentVersion: { id: edited.id }, wordCount: 8, status: 'succeeded' })
  })

  it('stores the text as models write it, so that it can be improved further', async () => {
    const { creationId, versionId } = await addWork(domain.ctx, userId)
    const result = { title: '新题', keywords: ['甲', '乙'], body: '第一行\n\n第二行' }
    const edited = await updateCreation(domain.ctx, { creationId, userId, baseVersionId: versionId, result })
    const { rawText } = await domain.ctx.prisma.version.findUniqueOrThrow({ where: { id: bare(edited.id) } })
    expect(parseSections(rawText, tools['wechat-article'].sections)).toEqual({ ...sampleResult, ...result })
    expect((await getCreation(domain.ctx, { creationId, userId })).title).toBe('新题')
  })

  it('of nothing makes no version', async () => {
    const { creationId, versionId } = await addWork(domain.ctx, userId)
    const same = await updateCreation(domain.ctx, {
      creationId,
      userId,
      baseVersionId: versionId,
      markdown: sampleResult.body,
    })
    expect(same).toMatchObject({ id: formatId('version', versionId), ordinal: 1 })
    expect(await listVersions(domain.ctx, { creationId, userId })).toHaveLength(1)
  })

  it('goes on while a rewrite is being written, and waits for whatever makes a version', async () => {
    const { creationId, versionId } = await addWork(domain.ctx, userId)
    const running = (kind: string, ordinal: number) =>
      domain.ctx.prisma.generation.create({
        data: {
          id: domain.ctx.newId(),
          creationId,
          userId,
          ordinal,
          kind,
          yields: kind === 'rewrite' ? 'offer' : 'version',
          requestKey: domain.ctx.newId(),
          status: 'running',
          input: {},
          createdAt: domain.ctx.clock.now(),
          coveredBy: 'membership',
          priceCredits: 0,
        },
      })
    await running('rewrite', 2)
    const edited = await updateCreation(domain.ctx, { creationId, userId, baseVersionId: versionId, markdown: '改过' })
    expect(edited).toMatchObject({ ordinal: 2, kind: 'edited' })
    await domain.ctx.prisma.generation.updateMany({ where: { creationId }, data: { status: 'failed' } })
    await running('optimise', 3)
    const next = { creationId, userId, baseVersionId: bare(edited.id), markdown: '再改' }
    expect(await codeOf(updateCreation(domain.ctx, next))).toBe('CREATION_BUSY')
  })

  it('at the same time stores one and shows the other both versions', async () => {
    const { creationId, versionId } = await addWork(domain.ctx, userId)
    const attempts = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        updateCreation(domain.ctx, { creationId, userId, baseVersionId: versionId, markdown: `第 ${index} 种写法` }),
      ),
    )
    const [stored] = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []))
    const refused = attempts.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason] : []))
    expect(refused).toHaveLength(9)
    for (const error of refused)
      expect(error).toMatchObject({
        code: 'CREATION_CONFLICT',
        params: { currentVersionId: stored?.id, baseVersionId: formatId('version', versionId) },
      })
  })

  it('is refused while a generation runs', async () => {
    const { creationId, versionId } = await addWork(domain.ctx, userId, { generationStatus: 'running' })
    const edit = updateCreation(domain.ctx, { creationId, userId, baseVersionId: versionId, markdown: '新的' })
    expect(await codeOf(edit)).toBe('CREATION_BUSY')
  })

  it.each([
    [{ result: { colour: 'red' } }, 'result.colour', 'unrecognized_keys'],
    [{ result: { body: ['not', 'text'] } }, 'result.body', 'invalid_type'],
  ])('names field and rule of %j', async (change, field, rule) => {
    const { creationId, versionId } = await addWork(domain.ctx, userId)
    await expect(
      updateCreation(domain.ctx, { creationId, userId, baseVersionId: versionId, ...change }),
    ).rejects.toMatchObject({ code: 'VALIDATION_FAILED', params: { field, rule } })
  })

  it('of somebody else’s work is not possible', async () => {
    const { creationId, versionId } = await addWork(domain.ctx, userId)
    const stranger = await idOf(domain.ctx, (await domain.signUp()).user.username)
    const edit = updateCreation(domain.ctx, { creationId, userId: stranger, baseVersionId: versionId, markdown: 'x' })
    expect(await codeOf(edit)).toBe('CREATION_NOT_FOUND')
  })
})

describe('restoring', () => {
  it('brings an old version back as the newest and keeps those in between', async () => {
    const { creationId, versionId } = await addWork(domain.ctx, userId)
    const edited = await updateCreation(domain.ctx, { creationId, userId, baseVersionId: versionId, markdown: '别的' })
    const restored = await restoreVersion(domain.ctx, { creationId, userId, versionId, baseVersionId: bare(edited.id) })
    expect(restored).toMatchObject({ ordinal: 3, kind: 'restored', model: null, result: sampleResult })
    expect((await listVersions(domain.ctx, { creationId, userId })).map(({ ordinal }) => ordinal)).toEqual([3, 2, 1])
  })

  it('brings a text back that a stop had cut short', async () => {
    const { creationId, versionId } = await addWork(domain.ctx, userId, { isIncomplete: true })
    await domain.ctx.prisma.version.update({ where: { id: versionId }, data: { isPartial: true } })
    const edited = await updateCreation(domain.ctx, { creationId, userId, baseVersionId: versionId, markdown: '别的' })
    const restored = await restoreVersion(domain.ctx, { creationId, userId, versionId, baseVersionId: bare(edited.id) })
    expect(restored).toMatchObject({ kind: 'restored', isPartial: true, isIncomplete: true, result: sampleResult })
  })

  it('does not go over a version that came in between', async () => {
    const { creationId, versionId } = await addWork(domain.ctx, userId)
    const base = { creationId, userId, baseVersionId: versionId }
    const second = await updateCreation(domain.ctx, { ...base, markdown: '二' })
    await updateCreation(domain.ctx, { ...base, baseVersionId: bare(second.id), markdown: '三' })
    const restore = restoreVersion(domain.ctx, { creationId, userId, versionId, baseVersionId: bare(second.id) })
    expect(await codeOf(restore)).toBe('CREATION_CONFLICT')
  })
})
