import { parseId } from '@mozhou/contracts/ids'
import { acceptRewrite } from '@mozhou/domain/creations/accept-rewrite'
import { getCreation } from '@mozhou/domain/creations/get-creation'
import { getReceipt } from '@mozhou/domain/creations/get-receipt'
import { getRewrite } from '@mozhou/domain/creations/get-rewrite'
import { listVersions } from '@mozhou/domain/creations/list-versions'
import type { RequestedGeneration } from '@mozhou/domain/creations/request-generation'
import { requestStop } from '@mozhou/domain/creations/request-stop'
import { rewriteSelection } from '@mozhou/domain/creations/rewrite-selection'
import { updateCreation } from '@mozhou/domain/creations/update-creation'
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
