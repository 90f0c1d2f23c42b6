import { formatId, parseId } from '@mozhou/contracts/ids'
import { acceptRewrite } from '@mozhou/domain/editing/accept-rewrite'
import { dismissRewrite } from '@mozhou/domain/editing/dismiss-rewrite'
import { getCreation } from '@mozhou/domain/creations/get-creation'
import { getReceipt } from '@mozhou/domain/generations/get-receipt'
import { getRewrite } from '@mozhou/domain/editing/get-rewrite'
import { listRewrites } from '@mozhou/domain/editing/list-rewrites'
import { listVersions } from '@mozhou/domain/creations/list-versions'
import type { RequestedGeneration } from '@mozhou/domain/generations/request-generation'
import { requestStop } from '@mozhou/domain/generations/request-stop'
import { rewriteSelection } from '@mozhou/domain/editing/rewrite-selection'
import { updateCreation } from '@mozhou/domain/editing/update-creation'
import { auditLedger } from '@mozhou/domain/credits/audit-ledger'
import { getBalance } from '@mozhou/domain/credits/get-balance'
import { stopGeneration } from '@mozhou/workflows/client'
import { scanHistory } from '@mozhou/workflows/testing/histories'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { createTestRig, historyOf } from './testing/test-rig.ts'
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
const currentOf = async ({ creationId, userId }: RequestedGeneration) => {
  const { currentVersion, status } = await getCreation(rig.ctx, { creationId, userId })
  if (!currentVersion) throw new Error('the work has no text')
  return { version: currentVersion, versionId: parseId('version', currentVersion.id) ?? '', status }
}

/** A written article and what a person marks in it. */
async function writtenWork() {
  const userId = await rig.addUser()
  const work = await rig.generate(userId, { topic: '城市露营的秘密配方', length: 300 })
  await rig.watch(work)
  const { version, versionId } = await currentOf(work)
  const body = String(version.result['body'])
  const start = body.indexOf('。') + 1
  const end = start + 40
  return { work, userId, versionId, body, selection: { field: 'body', start, end, text: body.slice(start, end) } }
}

type Written = Awaited<ReturnType<typeof writtenWork>>

const ask = ({ work, userId, versionId, selection }: Written, changes: object = {}) =>
  rewriteSelection(rig.ctx, {
    creationId: work.creationId,
    userId,
    baseVersionId: versionId,
    ...selection,
    goal: 'polish',
    requestKey: crypto.randomUUID(),
    ...changes,
  })

it('charges once, offers a replacement, and changes the text only when it is accepted', async () => {
  const written = await writtenWork()
  const { work, userId, versionId, body, selection } = written
  const requested = await ask(written)
  await rig.start(requested)
  const events = await rig.watch(requested)
  expect(events.at(-1)?.event).toMatchObject({ type: 'done', status: 'succeeded', versionId: null })
  expect(await creditsOf(userId)).toBe(30)
  const before = await currentOf(work)
  expect(before).toMatchObject({ versionId, status: 'succeeded' })

  const rewrite = await getRewrite(rig.ctx, requested)
  expect(rewrite).toMatchObject({ ...selection, appliedVersionId: null })
  expect(rewrite.replacement).not.toBe('')
  const history = await historyOf(rig, requested)
  expect(scanHistory(history, [selection.text, rewrite.replacement])).toEqual([])

  const accepted = await acceptRewrite(rig.ctx, requested)
  expect(accepted).toMatchObject({ kind: 'edited', model: null, ordinal: 2 })
  expect(accepted.result['body']).toBe(body.slice(0, selection.start) + rewrite.replacement + body.slice(selection.end))
  expect(await acceptRewrite(rig.ctx, requested)).toEqual(accepted)
  expect(await listVersions(rig.ctx, work)).toHaveLength(2)
  expect((await getReceipt(rig.ctx, work)).netCredits).toBe(-20)
  expect(await creditsOf(userId)).toBe(30)
})

it('waits among the work’s rewrites until it is accepted or dismissed', async () => {
  const written = await writtenWork()
  const offers = async () => {
    const found = await listRewrites(rig.ctx, written.work)
    return found.map(({ generationId, status, isApplicable }) => ({ generationId, status, isApplicable }))
  }
  await rig.sandbox.behave({ fault: 'slow-first-byte', times: 1, delayMs: 1_500 })
  const first = await ask(written)
  const firstId = formatId('generation', first.generationId)
  await rig.start(first)
  expect(await offers()).toEqual([{ generationId: firstId, status: 'writing', isApplicable: true }])
  await rig.watch(first)
  const second = await ask(written)
  const secondId = formatId('generation', second.generationId)
  await rig.start(second)
  await rig.watch(second)
  expect(await offers()).toEqual([
    { generationId: secondId, status: 'ready', isApplicable: true },
    { generationId: firstId, status: 'ready', isApplicable: true },
  ])
  const balance = await creditsOf(written.userId)
  await dismissRewrite(rig.ctx, second)
  expect(await dismissRewrite(rig.ctx, second)).toEqual({ ok: true })
  expect(await offers()).toEqual([{ generationId: firstId, status: 'ready', isApplicable: true }])
  await acceptRewrite(rig.ctx, first)
  expect(await offers()).toEqual([])
  expect(await creditsOf(written.userId)).toBe(balance)
  expect((await getRewrite(rig.ctx, second)).replacement).not.toBe('')
  const stranger = { creationId: written.work.creationId, userId: await rig.addUser() }
  await expect(listRewrites(rig.ctx, stranger)).rejects.toMatchObject({ code: 'CREATION_NOT_FOUND' })
})

it('finds its place in a text that was changed elsewhere, and is accepted once by many at a time', async () => {
  const written = await writtenWork()
  const requested = await ask(written)
  await rig.start(requested)
  await rig.watch(requested)
  const before = '新加的一段。\n\n'
  const { creationId, userId } = written.work
  await updateCreation(rig.ctx, {
    creationId,
    userId,
    baseVersionId: written.versionId,
    result: { body: before + written.body },
  })
  const accepted = await Promise.all(Array.from({ length: 8 }, () => acceptRewrite(rig.ctx, requested)))
  expect(new Set(accepted.map(({ id }) => id)).size).toBe(1)
  const { replacement } = await getRewrite(rig.ctx, requested)
  const { start, end } = written.selection
  expect(accepted[0]?.result['body']).toBe(
    before + written.body.slice(0, start) + replacement + written.body.slice(end),
  )
  expect(await listVersions(rig.ctx, written.work)).toHaveLength(3)
})

it('says so when a length limit cut it', async () => {
  const written = await writtenWork()
  await rig.sandbox.behave({ fault: 'length', times: 1 })
  const requested = await ask(written)
  await rig.start(requested)
  const events = await rig.watch(requested)
  expect(events.at(-1)?.event).toMatchObject({ type: 'done', status: 'succeeded', isIncomplete: true })
  expect(await getRewrite(rig.ctx, requested)).toMatchObject({ isIncomplete: true })
})

it('is not put over a text that has changed since', async () => {
  const written = await writtenWork()
  const requested = await ask(written)
  await rig.start(requested)
  await rig.watch(requested)
  const { creationId } = written.work
  await updateCreation(rig.ctx, {
    creationId,
    userId: written.userId,
    baseVersionId: written.versionId,
    markdown: '完全不同的正文',
  })
  await expect(acceptRewrite(rig.ctx, requested)).rejects.toMatchObject({ code: 'CREATION_CONFLICT' })
  expect(await listRewrites(rig.ctx, written.work)).toMatchObject([{ isApplicable: false }])
})

it('refuses a selection that is not what stands there, before anything is charged', async () => {
  const written = await writtenWork()
  await expect(ask(written, { text: '没有写过的话' })).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
    params: { field: 'text', rule: 'selection' },
  })
  await expect(ask(written, { field: 'keywords' })).rejects.toMatchObject({ params: { field: 'field' } })
  expect(await creditsOf(written.userId)).toBe(40)
})

it('gives the credits back when no model can write it, and leaves the work as it was', async () => {
  const written = await writtenWork()
  await rig.sandbox.behave({ fault: 'server-error', times: 20 })
  const requested = await ask(written)
  await rig.start(requested)
  const events = await rig.watch(requested)
  expect(events.at(-1)?.event).toMatchObject({ status: 'failed', refundedCredits: 10 })
  expect(await creditsOf(written.userId)).toBe(40)
  expect(await currentOf(written.work)).toMatchObject({ versionId: written.versionId, status: 'succeeded' })
  await expect(getRewrite(rig.ctx, requested)).rejects.toMatchObject({ code: 'REWRITE_NOT_READY' })
})

it('stopped before its first word gives the credits back', async () => {
  const written = await writtenWork()
  await rig.sandbox.behave({ fault: 'slow-first-byte', times: 1, delayMs: 15_000 })
  const requested = await ask(written)
  await rig.start(requested)
  const place = await requestStop(rig.ctx, requested)
  if (place) await stopGeneration(rig.temporal.client.workflow, place.creationId, place.ordinal)
  const events = await rig.watch(requested)
  expect(events.at(-1)?.event).toMatchObject({ status: 'cancelled', refundedCredits: 10 })
  expect(await currentOf(written.work)).toMatchObject({ versionId: written.versionId, status: 'succeeded' })
})
