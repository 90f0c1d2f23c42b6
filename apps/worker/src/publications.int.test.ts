import { Readable } from 'node:stream'
import { parseId } from '@mozhou/contracts/ids'
import { uploadFile } from '@mozhou/domain/files/upload-file'
import { addWork } from '@mozhou/domain/creations/testing/add-work'
import { noisePicture } from '@mozhou/domain/files/testing/file-acts'
import { connectAccount } from '@mozhou/domain/publications/connect-account'
import { getPublicationDetail } from '@mozhou/domain/publications/get-publication'
import { publish } from '@mozhou/domain/publications/publish'
import { reschedulePublication } from '@mozhou/domain/publications/replan-publication'
import { watchPublications } from '@mozhou/domain/publications/watch-publications'
import { publicationWorkflowId } from '@mozhou/workflows/ids'
import { replanPublication, startPublications } from '@mozhou/workflows/publication-client'
import { keepHistory, scanHistory } from '@mozhou/workflows/testing/histories'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestRig } from './testing/test-rig.ts'
import type { TestRig } from './testing/test-rig.ts'

// Worker, Temporal, connector and the sandbox's platform: a work of an AI goes to 公众号 as a draft, for its person to tick the declaration.
let rig: TestRig
beforeAll(async () => {
  rig = await createTestRig()
})
afterAll(() => rig.close())

const room = () => `${rig.sandboxUrl}/publishing/wechat-mp/__ctl/accounts`

async function post<T>(url: string, body: unknown): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

interface Given {
  id: string
  name: string
  appId: string
  appSecret: string
}

async function account(settings: Record<string, unknown> = {}) {
  const userId = await rig.addUser()
  const given = await post<Given>(room(), { reviewMs: 0, ...settings })
  const { name, appId, appSecret } = given
  const by = { requestId: 'test', isByApiKey: false }
  const asked = { userId, by, platform: 'wechat_official', way: 'keys', webOrigin: 'http://web.test' } as const
  const connected = await connectAccount(rig.ctx, { ...asked, keys: { name, appId, appSecret } })
  const accountId = parseId('platformAccount', connected.account?.id ?? '') ?? ''
  const picture = await noisePicture(900)
  const cover = await uploadFile(rig.ctx, {
    userId,
    bytes: Readable.from([picture]),
    saidBytes: picture.byteLength,
    requestKey: null,
    name: '封面.png',
  })
  const drafts = async () => {
    const base = `${rig.sandboxUrl}/publishing/wechat-mp/cgi-bin`
    const keys = { grant_type: 'client_credential', appid: appId, secret: appSecret }
    const { access_token: token } = await post<{ access_token: string }>(`${base}/stable_token`, keys)
    const asked = { offset: 0, count: 20, no_content: 1 }
    const listed = `${base}/draft/batchget?access_token=${token}`
    return (await post<{ item: { media_id: string }[] }>(listed, asked)).item
  }
  const publishThere = (draft: string) => post(`${room()}/${given.id}/publish-draft`, { draft })
  return { userId, accountId, cover, drafts, publishThere, given }
}

async function begin(own: Awaited<ReturnType<typeof account>>, scheduledAt?: string) {
  const { userId, accountId, cover } = own
  const { creationId } = await addWork(rig.ctx, userId)
  const { started } = await publish(rig.ctx, {
    userId,
    creationId,
    targets: [{ accountId }],
    pictures: [cover],
    cover,
    onRefusal: 'stop',
    requestKey: rig.ctx.newId(),
    ...(scheduledAt !== undefined && { scheduledAt }),
  })
  await startPublications(rig.temporal.client.workflow, started)
  const [first] = started
  if (!first) throw new Error('nothing was started')
  return first
}

const detailOf = (own: { userId: string; publicationId: string }) => getPublicationDetail(rig.ctx, own)
const until = (own: { userId: string; publicationId: string }, status: string) =>
  expect.poll(async () => (await detailOf(own)).status, { timeout: 30_000 }).toBe(status)

it('a work becomes a draft there, once, its person publishes it, and the platform’s own word makes it published', async () => {
  const own = await account()
  const started = await begin(own)
  await until(started, 'awaiting_user')
  const drafts = await own.drafts()
  expect(drafts).toHaveLength(1)
  const waiting = await detailOf(started)
  expect(waiting).toMatchObject({
    route: 'api_draft',
    confirmation: null,
    handoff: { kind: 'draft_box', declare: expect.stringContaining('AI') },
    attempts: [{ status: 'accepted' }],
  })
  const handle = rig.temporal.client.workflow.getHandle(publicationWorkflowId(started.publicationId, 1))
  expect(await handle.result()).toEqual({ status: 'awaiting_user' })
  const history = await handle.fetchHistory()
  expect(scanHistory(history, ['夜跑', own.given.appSecret])).toEqual([])
  await keepHistory('publish-to-platform', 'draft', history)

  await own.publishThere(drafts[0]?.media_id ?? '')
  await rig.ctx.prisma.publication.updateMany({
    where: { id: started.publicationId },
    data: { nextLookAt: new Date(Date.now() - 1_000) },
  })
  await watchPublications(rig.ctx)
  const out = await detailOf(started)
  expect(out).toMatchObject({ status: 'published', confirmation: 'platform_confirmed' })
  expect(out.url).toMatch(/^https:\/\/mp\.weixin\.qq\.com\/s/)
  expect(out.evidence.at(-1)).toMatchObject({ by: 'platform', answerHash: expect.stringMatching(/^[\da-f]{64}$/) })
})

it('one that is planned for later is put off and then begun by its person’s word', async () => {
  const own = await account()
  const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  const started = await begin(own, later(2))
  await until(started, 'scheduled')
  const sooner = { scheduledAt: new Date(Date.now() + 500).toISOString(), ...started }
  await replanPublication(rig.temporal.client.workflow, await reschedulePublication(rig.ctx, sooner), 'reschedule')
  await until(started, 'awaiting_user')
  expect(await own.drafts()).toHaveLength(1)
})

it('an answer that is lost after the draft was made is looked for, and there is one draft', async () => {
  const own = await account()
  await post(`${rig.sandboxUrl}/__sandbox/behavior`, {
    fault: 'cut-after-publish',
    times: 1,
    vendor: 'wechatmp',
    model: `${own.given.id} /cgi-bin/draft/add`,
  })
  const started = await begin(own)
  await until(started, 'awaiting_user')
  expect(await own.drafts()).toHaveLength(1)
  expect((await detailOf(started)).handoff).toMatchObject({ kind: 'draft_box' })
})

it('a picture that the platform refuses fails that platform, and is named', async () => {
  const own = await account({ refusedUpload: 1 })
  const started = await begin(own)
  await until(started, 'failed')
  expect(await detailOf(started)).toMatchObject({ reason: 'media_refused', mediaId: own.cover, attempts: [] })
  expect(await own.drafts()).toEqual([])
})
