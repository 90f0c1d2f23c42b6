import { acceptRewrite } from '@mozhou/domain/editing/accept-rewrite'
import { listRewrites } from '@mozhou/domain/editing/list-rewrites'
import { listVersions } from '@mozhou/domain/creations/list-versions'
import { auditLedger } from '@mozhou/domain/credits/audit-ledger'
import { getBalance } from '@mozhou/domain/credits/get-balance'
import { getReceipt } from '@mozhou/domain/generations/get-receipt'
import { getSuggestion } from '@mozhou/domain/platform-suggestions/get-suggestion'
import { requestSuggestion } from '@mozhou/domain/platform-suggestions/request-suggestion'
import type { RequestSuggestionInput } from '@mozhou/contracts/platform-suggestions/inputs'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { createTestRig } from './testing/test-rig.ts'
import type { TestRig } from './testing/test-rig.ts'

let rig: TestRig
beforeAll(async () => {
  rig = await createTestRig()
})
afterEach(() => rig.reset())
afterAll(async () => {
  const { checks } = await auditLedger(rig.ctx)
  await rig.close()
  expect(checks.filter((check) => !check.isPassed)).toEqual([])
})

const creditsOf = async (userId: string) => (await getBalance(rig.ctx, { userId })).credits
const long = '周末去山里住一晚，带孩子看星星要准备的七样东西'

async function writtenWork() {
  const userId = await rig.addUser()
  const work = await rig.generate(userId, { topic: '城市露营的秘密配方', length: 300 })
  await rig.watch(work)
  return { userId, creationId: work.creationId, work }
}

const ask = (work: { userId: string; creationId: string }, more: Partial<RequestSuggestionInput> = {}) =>
  requestSuggestion(rig.ctx, {
    userId: work.userId,
    creationId: work.creationId,
    what: 'title',
    platform: 'xiaohongshu',
    title: long,
    requestKey: crypto.randomUUID(),
    ...more,
  })

it('offers titles that were held against the rules, for one credit, and changes nothing of the work', async () => {
  const written = await writtenWork()
  const before = await creditsOf(written.userId)
  const requested = await ask(written)
  expect(requested.priceCredits).toBe(1)
  await rig.start(requested)
  await rig.watch(requested)
  expect(await creditsOf(written.userId)).toBe(before - 1)
  const offer = await getSuggestion(rig.ctx, requested)
  expect(offer).toMatchObject({ what: 'title', platform: 'xiaohongshu', status: 'ready', limit: 20 })
  expect(offer.options.length).toBeGreaterThan(0)
  for (const { length, findings } of offer.options)
    expect(findings.some(({ code }) => code === 'xiaohongshu.title.max')).toBe(length > 20)
  expect(await listVersions(rig.ctx, written.work)).toHaveLength(1)
  expect((await getReceipt(rig.ctx, written.work)).netCredits).toBe(-11)
})

it('offers tags, and is none of the rewrites that a work waits for', async () => {
  const written = await writtenWork()
  const requested = await ask(written, { what: 'tags' })
  await rig.start(requested)
  await rig.watch(requested)
  const { options, limit } = await getSuggestion(rig.ctx, requested)
  expect(limit).toBe(8)
  expect(options.length).toBeGreaterThan(0)
  expect(options.every(({ text }) => !/[#\s]/u.test(text))).toBe(true)
  expect(await listRewrites(rig.ctx, written.work)).toEqual([])
  await expect(acceptRewrite(rig.ctx, requested)).rejects.toMatchObject({ code: 'GENERATION_NOT_FOUND' })
})

it('gives the credit back when no model could write', async () => {
  const written = await writtenWork()
  const before = await creditsOf(written.userId)
  await rig.sandbox.behave({ fault: 'server-error', times: 20 })
  const requested = await ask(written)
  await rig.start(requested)
  await rig.watch(requested)
  expect(await creditsOf(written.userId)).toBe(before)
  await expect(getSuggestion(rig.ctx, requested)).rejects.toMatchObject({ code: 'GENERATION_NOT_FOUND' })
})

it('asks no model where the platform has no such field or no limit', async () => {
  const written = await writtenWork()
  const before = await creditsOf(written.userId)
  for (const more of [
    { platform: 'kuaishou' },
    { platform: 'jianshu' },
    { what: 'tags', platform: 'toutiao' },
  ] as const)
    await expect(ask(written, more)).rejects.toMatchObject({ code: 'SUGGESTION_NOT_NEEDED' })
  expect(await creditsOf(written.userId)).toBe(before)
})

it('is nobody else’s to read', async () => {
  const written = await writtenWork()
  const requested = await ask(written)
  await rig.start(requested)
  await rig.watch(requested)
  const other = await rig.addUser()
  await expect(getSuggestion(rig.ctx, { ...requested, userId: other })).rejects.toMatchObject({
    code: 'GENERATION_NOT_FOUND',
  })
})
