import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { checkAccount } from '@mozhou/domain/publications/check-account'
import { retryPublication } from '@mozhou/domain/publications/replan-publication'
import { takePlatformNotice } from '@mozhou/domain/publications/take-platform-notice'
import { replanPublication } from '@mozhou/workflows/publication-client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { publishingActs } from './testing/publishing-acts.ts'
import { createTestRig } from './testing/test-rig.ts'
import type { TestRig } from './testing/test-rig.ts'

// What becomes of a draft at the platform itself, by the sandbox's own protocol, and what is said of it here.
let rig: TestRig
let acts: ReturnType<typeof publishingActs>
const listeners: Server[] = []
beforeAll(async () => {
  rig = await createTestRig()
  acts = publishingActs(rig)
})
afterEach(() => {
  for (const server of listeners.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})
afterAll(() => rig.close())

async function drafted(own: Awaited<ReturnType<typeof acts.account>>, title?: string) {
  const started = await acts.begin(own, title === undefined ? {} : { title })
  await acts.until(started, 'awaiting_user')
  const { refId } = await rig.ctx.prisma.publication.findUniqueOrThrow({ where: { id: started.publicationId } })
  return { started, draft: refId ?? '' }
}

async function looks(started: { userId: string; publicationId: string }, times: number): Promise<void> {
  for (let at = 0; at < times; at += 1) await acts.look(started)
}

describe('a draft that its author published, and that the review refused', () => {
  it('no longer waits, and its person is told to look, where the platform tells nobody', async () => {
    const own = await acts.account({ outcome: 'reject' })
    const { started, draft } = await drafted(own)
    await own.publishThere(draft)
    await looks(started, 3)
    const seen = await acts.detailOf(started)
    expect(seen).toMatchObject({ status: 'unconfirmed', reason: 'draft_gone', confirmation: null })
    expect(seen.evidence.at(-1)).toMatchObject({ source: 'draft/get', vendorCode: '40007', seenCount: 3 })
  })

  it('is rejected by the encrypted notice, the right one of two, and may be sent again', async () => {
    const own = await acts.account({ outcome: 'reject', isCallbackEncrypted: true }, { isTold: true })
    const { url, answers } = await listen(own.accountId)
    await own.control('settings', { callbackUrl: url })
    const other = await drafted(own, '另一篇')
    const { started, draft } = await drafted(own)
    await own.publishThere(draft)
    await acts.until(started, 'rejected')
    await expect.poll(() => answers).toEqual(['success'])
    const seen = await acts.detailOf(started)
    expect(seen).toMatchObject({ reason: 'review_refused', detail: { zh: '平台审核不通过' }, can: { retry: true } })
    expect(seen.evidence.at(-1)).toMatchObject({ kind: 'platform_notice', source: 'PUBLISHJOBFINISH', by: 'platform' })
    expect((await acts.detailOf(other.started)).status).toBe('awaiting_user')
    const { userId, publicationId } = started
    const again = await retryPublication(rig.ctx, { userId, publicationId })
    await replanPublication(rig.temporal.client.workflow, again, 'now')
    await acts.until(started, 'awaiting_user')
    expect(await own.drafts()).toHaveLength(2)
  })
})

it('a draft that its author published is told at once where the platform tells, and so is that it was banned later', async () => {
  const own = await acts.account({ isCallbackEncrypted: true }, { isTold: true })
  const { url } = await listen(own.accountId)
  await own.control('settings', { callbackUrl: url })
  const { started, draft } = await drafted(own)
  const piece = await own.publishThere(draft)
  await acts.until(started, 'published')
  expect(await acts.detailOf(started)).toMatchObject({ confirmation: 'platform_confirmed' })
  await own.control('act', { piece: piece.id, act: 'ban' })
  await acts.until(started, 'removed')
  expect(await acts.detailOf(started)).toMatchObject({ reason: 'removed_by_platform' })
})

it('a draft that its author threw away no longer waits', async () => {
  const own = await acts.account()
  const { started, draft } = await drafted(own)
  await own.control('drop-draft', { draft })
  await looks(started, 3)
  expect(await acts.detailOf(started)).toMatchObject({ status: 'unconfirmed', reason: 'draft_gone' })
})

it.each([
  ['delete', 'removed_by_person'],
  ['ban', 'removed_by_platform'],
])('a draft that was published and then met “%s” is told as %s', async (act, reason) => {
  const own = await acts.account()
  const { started, draft } = await drafted(own)
  const piece = await own.publishThere(draft)
  await looks(started, 1)
  expect((await acts.detailOf(started)).status).toBe('published')
  await own.control('act', { piece: piece.id, act })
  await looks(started, 1)
  expect(await acts.detailOf(started)).toMatchObject({ status: 'removed', reason })
})

it('an address that is not on the account’s list: its own state, with the answer behind it, and back once it is mended', async () => {
  const own = await acts.account()
  await own.control('settings', { allowedIps: ['203.0.113.9'] })
  const started = await acts.begin(own)
  await acts.until(started, 'needs_attention')
  expect(await acts.detailOf(started)).toMatchObject({
    reason: 'account_unusable',
    attempts: [{ status: 'refused', reason: 'account_unusable' }],
    evidence: [{ kind: 'preparation_answer', by: 'platform', vendorCode: '40164', answerHash: expect.any(String) }],
  })
  const { accountId, userId } = own
  const refused = await checkAccount(rig.ctx, { accountId, userId })
  expect(refused).toMatchObject({ state: 'address_refused', stateDetail: { zh: expect.stringContaining('127.0.0.1') } })
  await own.control('settings', { allowedIps: null })
  expect(await checkAccount(rig.ctx, { accountId, userId })).toMatchObject({ state: 'connected', stateDetail: null })
})

/** What the API does with a platform's notices, for one account. */
async function listen(accountId: string): Promise<{ url: string; answers: string[] }> {
  const answers: string[] = []
  const server = createServer(async (request, response) => {
    const parts: Uint8Array[] = []
    for await (const part of request as AsyncIterable<Uint8Array>) parts.push(part)
    const query = Object.fromEntries(new URL(request.url ?? '/', 'http://localhost').searchParams)
    const raw = { method: 'POST' as const, query, headers: {}, body: Buffer.concat(parts) }
    const { reply } = await takePlatformNotice(rig.ctx, { platform: 'wechat_official', accountId, raw })
    answers.push(reply.body)
    response.writeHead(reply.status, { 'content-type': reply.contentType }).end(reply.body)
  })
  listeners.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the listener has no port')
  return { url: `http://127.0.0.1:${address.port}/callbacks`, answers }
}
