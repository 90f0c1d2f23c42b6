import { continueText } from '@mozhou/domain/writing/continue-text'
import { getCreation } from '@mozhou/domain/creations/get-creation'
import { getReceipt } from '@mozhou/domain/generations/get-receipt'
import { listVersions } from '@mozhou/domain/creations/list-versions'
import { optimiseText } from '@mozhou/domain/writing/optimise-text'
import { regenerateText } from '@mozhou/domain/writing/regenerate-text'
import type { RequestedGeneration } from '@mozhou/domain/generations/request-generation'
import { requestStop } from '@mozhou/domain/generations/request-stop'
import { adjustCredits } from '@mozhou/domain/credits/adjust-credits'
import { auditLedger } from '@mozhou/domain/credits/audit-ledger'
import { getBalance } from '@mozhou/domain/credits/get-balance'
import { stopGeneration } from '@mozhou/workflows/client'
import { keepHistory, scanHistory } from '@mozhou/workflows/testing/histories'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { createTestRig, historyOf } from './testing/test-rig.ts'
import type { TestRig } from './testing/test-rig.ts'

const topic = '城市露营的秘密配方'
const form = { topic, keywords: ['露营', '周末'], length: 300 }
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

const receiptOf = ({ creationId, userId }: RequestedGeneration) => getReceipt(rig.ctx, { creationId, userId })
const creationOf = ({ creationId, userId }: RequestedGeneration) => getCreation(rig.ctx, { creationId, userId })
const creditsOf = async (userId: string) => (await getBalance(rig.ctx, { userId })).credits

async function finish(requested: RequestedGeneration, name: string) {
  const events = await rig.watch(requested)
  const history = await historyOf(rig, requested)
  expect(scanHistory(history, [topic, '露营', 'sandbox-secret', 'sk-'])).toEqual([])
  await keepHistory('generate-creation', name, history)
  return events.at(-1)?.event
}

it('charges, writes, stores and tells viewers only then', async () => {
  const userId = await rig.addUser()
  const requested = await rig.generate(userId, form)
  const done = await finish(requested, 'success')
  expect(done).toMatchObject({ type: 'done', status: 'succeeded', isIncomplete: false, refundedCredits: 0 })
  const creation = await creationOf(requested)
  expect(creation).toMatchObject({ status: 'succeeded', currentVersion: { kind: 'generated', isSandbox: true } })
  expect(creation.wordCount).toBeGreaterThan(240)
  expect(creation.currentVersion?.result).toMatchObject({
    title: expect.stringMatching(/.+/),
    summary: expect.stringContaining('沙盒'),
  })
  expect(await creditsOf(userId)).toBe(40)
  const receipt = await receiptOf(requested)
  expect(receipt).toMatchObject({
    netCredits: -10,
    generations: [{ attempts: [{ outcome: 'succeeded', attempt: 1 }] }],
  })
})

it('falls back silently before the first word and keeps one charge', async () => {
  const userId = await rig.addUser()
  await rig.sandbox.behave({ fault: 'billing', vendor: 'dashscope', times: 1 })
  const requested = await rig.generate(userId, form, await rig.model('qwen-plus'))
  expect(await finish(requested, 'fallback')).toMatchObject({ status: 'succeeded' })
  const { generations } = await receiptOf(requested)
  expect(generations[0]?.attempts.map(({ outcome, failureKind }) => [outcome, failureKind])).toEqual([
    ['failed', 'quota_exhausted'],
    ['succeeded', null],
  ])
  expect(generations[0]?.entries).toHaveLength(1)
})

it('announces a fallback after text was shown by a reset, and stores only the second text', async () => {
  const userId = await rig.addUser()
  await rig.sandbox.behave({ fault: 'cut', vendor: 'dashscope', times: 2, afterChunks: 6 })
  const requested = await rig.generate(userId, form, await rig.model('qwen-plus'))
  const events = await rig.watch(requested)
  const resets = events.filter(({ event }) => event.type === 'reset' || event.type === 'snapshot')
  expect(resets.length).toBeGreaterThanOrEqual(3)
  const { generations } = await receiptOf(requested)
  expect(generations[0]?.attempts.map(({ outcome, attempt }) => [outcome, attempt])).toEqual([
    ['failed', 1],
    ['failed', 2],
    ['succeeded', 1],
  ])
  const shown = textOf(events.map(({ event }) => event))
  const version = await rig.ctx.prisma.version.findUniqueOrThrow({ where: { generationId: requested.generationId } })
  expect(shown).toBe(version.rawText)
})

it('refunds once when every model fails', async () => {
  const userId = await rig.addUser()
  await rig.sandbox.behave({ fault: 'server-error', times: 20 })
  const requested = await rig.generate(userId, form)
  expect(await finish(requested, 'refund')).toMatchObject({
    status: 'failed',
    failure: 'GENERATION_BUSY',
    refundedCredits: 10,
  })
  expect(await creditsOf(userId)).toBe(50)
  const receipt = await receiptOf(requested)
  expect(receipt.netCredits).toBe(0)
  expect(receipt.generations[0]?.entries.map(({ kind }) => kind)).toEqual(['consume', 'refund'])
  expect(receipt.generations[0]?.attempts).toHaveLength(6)
  expect((await creationOf(requested)).status).toBe('failed')
})

it('carries a refused content to no other model', async () => {
  const userId = await rig.addUser()
  await rig.sandbox.behave({ fault: 'content-block', vendor: 'dashscope', times: 1 })
  const requested = await rig.generate(userId, form, await rig.model('qwen-plus'))
  expect(await finish(requested, 'content-refused')).toMatchObject({ failure: 'CONTENT_REFUSED', refundedCredits: 10 })
  expect((await receiptOf(requested)).generations[0]?.attempts).toHaveLength(1)
})

it('keeps what was written when the person stops, and says it is charged', async () => {
  const userId = await rig.addUser()
  await rig.sandbox.behave({ fault: 'slow-tokens', times: 1, delayMs: 60 })
  const requested = await rig.generate(userId, { ...form, length: 2_000 })
  const watching = finish(requested, 'cancel')
  await expect
    .poll(
      async () =>
        (await rig.ctx.prisma.generation.findUniqueOrThrow({ where: { id: requested.generationId } })).draftText.length,
      { timeout: 20_000 },
    )
    .toBeGreaterThan(120)
  await requestStop(rig.ctx, requested)
  await stopGeneration(rig.temporal.client.workflow, requested.creationId, requested.ordinal)
  expect(await watching).toMatchObject({ status: 'cancelled', isIncomplete: true, refundedCredits: 0 })
  const creation = await creationOf(requested)
  expect(creation.currentVersion).toMatchObject({ isPartial: true })
  expect(creation.continuationsLeft).toBeGreaterThan(0)
  expect(await creditsOf(userId)).toBe(40)
})

it('gives everything back when the person stops before the first word', async () => {
  const userId = await rig.addUser()
  await rig.sandbox.behave({ fault: 'slow-first-byte', times: 1, delayMs: 15_000 })
  const requested = await rig.generate(userId, form)
  const watching = finish(requested, 'cancel-early')
  await expect
    .poll(async () => (await receiptOf(requested)).generations[0]?.attempts.length, { timeout: 20_000 })
    .toBe(1)
  await requestStop(rig.ctx, requested)
  await stopGeneration(rig.temporal.client.workflow, requested.creationId, requested.ordinal)
  expect(await watching).toMatchObject({ status: 'cancelled', versionId: null, refundedCredits: 10 })
  expect(await creditsOf(userId)).toBe(50)
})

it('shows a length stop as incomplete and continues it free of charge from the very word', async () => {
  const userId = await rig.addUser()
  await rig.sandbox.behave({ fault: 'length', times: 1 })
  const first = await rig.generate(userId, { ...form, length: 600 })
  expect(await finish(first, 'length')).toMatchObject({ status: 'succeeded', isIncomplete: true })
  const cut = await rig.ctx.prisma.version.findUniqueOrThrow({ where: { generationId: first.generationId } })
  const more = await continueText(rig.ctx, { userId, creationId: first.creationId, requestKey: crypto.randomUUID() })
  await rig.start(more)
  expect(await finish(more, 'continue')).toMatchObject({ status: 'succeeded', isIncomplete: false })
  const whole = await rig.ctx.prisma.version.findUniqueOrThrow({ where: { generationId: more.generationId } })
  expect(whole.rawText.startsWith(cut.rawText)).toBe(true)
  expect(whole.rawText.length).toBeGreaterThan(cut.rawText.length)
  expect(more).toMatchObject({ coveredBy: 'continuation', priceCredits: 0 })
  expect(await creditsOf(userId)).toBe(40)
})

it('charges regenerate and optimise on the same creation and keeps every version', async () => {
  const userId = await rig.addUser()
  const first = await rig.generate(userId, form)
  await rig.watch(first)
  const again = await regenerateText(rig.ctx, { userId, creationId: first.creationId, requestKey: crypto.randomUUID() })
  await rig.start(again)
  await finish(again, 'regenerate')
  const better = await optimiseText(rig.ctx, {
    userId,
    creationId: first.creationId,
    goal: 'shorter',
    requestKey: crypto.randomUUID(),
  })
  await rig.start(better)
  await finish(better, 'optimise')
  const versions = await listVersions(rig.ctx, { creationId: first.creationId, userId })
  expect(versions.map(({ kind }) => kind)).toEqual(['optimised', 'regenerated', 'generated'])
  expect(await creditsOf(userId)).toBe(20)
  expect((await receiptOf(first)).generations.map(({ generation }) => generation.priceCredits)).toEqual([10, 10, 10])
})

it('refuses without credits, and nothing is written or charged', async () => {
  const userId = await rig.addUser()
  const actor = { userId: rig.ctx.newId(), requestId: 'test' }
  const taken = {
    userId,
    unit: 'credits',
    amount: -45,
    reason: '测试扣减',
    requestKey: crypto.randomUUID(),
    actor,
  } as const
  await adjustCredits(rig.ctx, taken)
  const requested = await rig.generate(userId, form)
  expect(await rig.start(requested)).toMatchObject({ kind: 'refused', code: 'CREDITS_INSUFFICIENT' })
  expect(await creditsOf(userId)).toBe(5)
  expect((await receiptOf(requested)).generations[0]).toMatchObject({
    generation: { status: 'refused' },
    entries: [],
    attempts: [],
  })
})

it('costs a member nothing and writes no credit entry', async () => {
  const userId = await rig.addUser()
  const now = Date.now()
  await rig.ctx.prisma.membershipPeriod.create({
    data: {
      id: rig.ctx.newId(),
      userId,
      startsAt: new Date(now - 1_000),
      endsAt: new Date(now + 60_000),
      source: 'seed',
      sourceId: userId,
      createdAt: new Date(now),
    },
  })
  const requested = await rig.generate(userId, form)
  expect(await finish(requested, 'member')).toMatchObject({ status: 'succeeded' })
  expect(requested).toMatchObject({ tier: 'member', coveredBy: 'membership', priceCredits: 0 })
  expect((await receiptOf(requested)).generations[0]?.entries).toEqual([])
  expect(await creditsOf(userId)).toBe(50)
})

function textOf(events: { type: string; text?: string }[]): string {
  return events.reduce((text, event) => {
    if (event.type === 'reset' || event.type === 'snapshot') return event.text ?? ''
    return event.type === 'delta' ? text + (event.text ?? '') : text
  }, '')
}
