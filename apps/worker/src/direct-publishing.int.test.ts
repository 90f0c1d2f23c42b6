import { Readable } from 'node:stream'
import { parseId } from '@mozhou/contracts/ids'
import type { PublishInput } from '@mozhou/contracts/publications/inputs'
import type { ConnectWay, PlatformKey } from '@mozhou/contracts/publications/kinds'
import { writeOwn } from '@mozhou/domain/creations/write-own'
import { addWork } from '@mozhou/domain/creations/testing/add-work'
import { noisePicture } from '@mozhou/domain/files/testing/file-acts'
import { declareAi } from '@mozhou/domain/files/declare-ai'
import { uploadFile } from '@mozhou/domain/files/upload-file'
import { completeConnect, connectAccount } from '@mozhou/domain/publications/connect-account'
import { getPublicationDetail } from '@mozhou/domain/publications/get-publication'
import { publish } from '@mozhou/domain/publications/publish'
import { film } from '@mozhou/integrations/files/testing/media-samples'
import { startPublications } from '@mozhou/workflows/publication-client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestRig } from './testing/test-rig.ts'
import type { TestRig } from './testing/test-rig.ts'

// Worker, Temporal, connectors and the sandbox's platforms: what a person wrote and filmed alone goes out by the platform's own interface.
let rig: TestRig
beforeAll(async () => {
  rig = await createTestRig()
})
afterAll(() => rig.close())

const MiB = 1_048_576
const paths = {
  wechat_official: 'wechat-mp',
  kuaishou: 'kuaishou',
  douyin: 'douyin',
  baijiahao: 'baijiahao',
} as const satisfies Partial<Record<PlatformKey, string>>
type Played = keyof typeof paths
const webOrigin = 'http://web.test'

async function call<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' }
  const sent = body === undefined ? { method } : { method, headers, body: JSON.stringify(body) }
  const response = await fetch(rig.sandboxUrl + path, sent)
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

interface Piece {
  id: string
  state: string
}

/** Somebody with an account of that platform, connected as its owner would, and ways to look at it from there. */
async function person(platform: Played, settings: Record<string, unknown> = {}) {
  const userId = await rig.addUser()
  const room = `/publishing/${paths[platform]}/__ctl/accounts`
  const given = await call<Record<string, string>>('POST', room, { reviewMs: 0, ...settings })
  const way: ConnectWay = platform === 'wechat_official' || platform === 'baijiahao' ? 'keys' : 'oauth'
  const shown = ['name', 'appId', platform === 'baijiahao' ? 'appToken' : 'appSecret']
  const keys = Object.fromEntries(shown.map((name) => [name, given[name] ?? '']))
  const { account, authorize } = await connectAccount(rig.ctx, { userId, by, platform, way, webOrigin, keys })
  const connected = account ?? (await allow(userId, authorize?.url ?? '', given['id'] ?? ''))
  const accountId = parseId('platformAccount', connected.id) ?? ''
  const control = (name: string, body: unknown) => call('POST', `${room}/${given['id']}/${name}`, body)
  const pieces = async () => (await call<{ pieces: Piece[] }>('GET', `${room}/${given['id']}/pieces`)).pieces
  return { userId, accountId, connected, control, pieces }
}
const by = { requestId: 'req_direct_publishing', isByApiKey: false }
type Person = Awaited<ReturnType<typeof person>>

async function allow(userId: string, url: string, who: string) {
  const address = new URL(url)
  address.searchParams.set('who', who)
  const answer = await fetch(address, { redirect: 'manual' })
  const back = new URL(answer.headers.get('location') ?? '')
  const [state, code] = [back.searchParams.get('state') ?? '', back.searchParams.get('code') ?? '']
  return completeConnect(rig.ctx, { userId, by, state, code, webOrigin })
}

async function upload(userId: string, bytes: Buffer, name: string): Promise<string> {
  const sent = { userId, bytes: Readable.from([bytes]), saidBytes: bytes.byteLength, requestKey: null, name }
  return uploadFile(rig.ctx, sent)
}

async function ownWork(
  userId: string,
  title = `河边的早市 ${Math.random().toString(36).slice(2, 7)}`,
): Promise<string> {
  const written = { title, body: '天没亮，摊子就支起来了。', tags: ['早市'], requestKey: crypto.randomUUID() }
  return parseId('creation', (await writeOwn(rig.ctx, { ...written, userId })).id) ?? ''
}

const cover = async (userId: string) => upload(userId, await noisePicture(900), '封面.png')

async function begin(
  { userId, accountId }: Person,
  more: Partial<PublishInput>,
  target: Partial<PublishInput['targets'][number]> = {},
) {
  const creationId = more.creationId ?? (await ownWork(userId))
  const pictures = [await cover(userId)]
  const wish = { pictures, onRefusal: 'stop', requestKey: rig.ctx.newId(), ...more } as const
  const { started } = await publish(rig.ctx, { ...wish, userId, creationId, targets: [{ accountId, ...target }] })
  await startPublications(rig.temporal.client.workflow, started)
  const [first] = started
  if (!first) throw new Error('nothing was started')
  return first
}

type Started = Awaited<ReturnType<typeof begin>>
const detailOf = (own: Started) => getPublicationDetail(rig.ctx, own)
async function until(own: Started, status: string) {
  await expect.poll(async () => (await detailOf(own)).status, { timeout: 60_000 }).toBe(status)
  return detailOf(own)
}

/** Out by the platform's own word, by its interface, in one attempt, with what it answered kept. */
function expectProven(out: Awaited<ReturnType<typeof detailOf>>, url: RegExp) {
  expect(out).toMatchObject({
    status: 'published',
    confirmation: 'platform_confirmed',
    route: 'api',
    handoff: null,
    attempts: [{ status: 'accepted', route: 'api' }],
  })
  expect(out.package.declarations.ai).toBeNull()
  expect(out.url).toMatch(url)
  const proof = out.evidence.find(({ confirms }) => confirms === 'platform_confirmed')
  expect(proof).toMatchObject({ by: 'platform', answerHash: expect.stringMatching(/^[\da-f]{64}$/) })
}

it('公众号: an article that its person wrote alone is published by freepublish', async () => {
  const by = await person('wechat_official')
  const out = await until(await begin(by, {}), 'published')
  expectProven(out, /^https?:\/\/mp\.weixin\.qq\.com\/s/)
})

it('百家号: with the address of the original an article is published by its interface; without one it is done by hand', async () => {
  const by = await person('baijiahao', { fetchesPictures: false })
  const originUrl = 'https://example.com/posts/morning'
  const out = await until(await begin(by, {}, { edits: { originUrl } }), 'published')
  expectProven(out, /baidu\.com/)
  const byHand = await until(await begin(by, {}), 'awaiting_user')
  expect(byHand).toMatchObject({ route: 'assisted', handoff: { kind: 'editor' } })
})

it('快手: a film goes in fragments, waits for the review, and is published by the platform’s word', async () => {
  const by = await person('kuaishou', { outcome: 'hold' })
  const video = await upload(by.userId, film({ dataBytes: 9 * MiB, seconds: 42 }), '早市.mp4')
  const started = await begin(by, { video })
  const waiting = await until(started, 'in_review')
  expect(waiting).toMatchObject({ contentType: 'video', confirmation: null, publishedAt: null })
  const { uploads } = await rig.ctx.prisma.publication.findUniqueOrThrow({ where: { id: started.publicationId } })
  expect(uploads).toMatchObject({ film: { fragments: 3, isDone: true } })
  const [piece] = await by.pieces()
  await by.control('act', { piece: piece?.id, act: 'approve' })
  expectProven(await until(started, 'published'), /kuaishou\.com\/short-video/)
  expect(await by.pieces()).toHaveLength(1)
})

it('快手: a film that the review refuses is no publication', async () => {
  const by = await person('kuaishou', { outcome: 'hold' })
  const video = await upload(by.userId, film(), '早市.mp4')
  const started = await begin(by, { video })
  await until(started, 'in_review')
  // That it was there once tells a refusal from an answer that came too early.
  const seen = async () => {
    const row = await rig.ctx.prisma.publication.findUniqueOrThrow({ where: { id: started.publicationId } })
    return JSON.stringify(row.ref)
  }
  await expect.poll(seen, { timeout: 60_000 }).toContain('"seen":"review"')
  const [piece] = await by.pieces()
  await by.control('act', { piece: piece?.id, act: 'reject' })
  expect(await until(started, 'rejected')).toMatchObject({ confirmation: null, url: null })
})

it('抖音: with the permission a film is sent in parts and published directly', async () => {
  const by = await person('douyin')
  const video = await upload(by.userId, film({ dataBytes: 25 * MiB }), '早市.mp4')
  expectProven(await until(await begin(by, { video }), 'published'), /douyin\.com\/video/)
})

it('抖音: without it the film is handed over to the app by an address that lives for a day', async () => {
  const by = await person('douyin', { grants: ['user_info'] })
  const video = await upload(by.userId, film(), '早市.mp4')
  const waiting = await until(await begin(by, { video }), 'awaiting_user')
  expect(waiting).toMatchObject({ route: 'handoff', contentType: 'video', handoff: { kind: 'scan' } })
  const row = await rig.ctx.prisma.publication.findFirstOrThrow({ where: { userId: by.userId } })
  const shared = /video_path=([^&"]+)/u.exec(JSON.stringify(row.handoff))?.[1] ?? ''
  const address = new URL(decodeURIComponent(shared))
  expect(Number(address.searchParams.get('expires')) * 1_000 - Date.now()).toBeGreaterThan(23 * 3_600_000)
})

it('百家号 and an account by hand take the film as something to save and put in', async () => {
  const by = await person('baijiahao')
  const video = await upload(by.userId, film(), '早市.mp4')
  const waiting = await until(await begin(by, { video }), 'awaiting_user')
  expect(waiting).toMatchObject({ contentType: 'video', route: 'assisted', handoff: { kind: 'editor' } })
  expect(waiting.handoff?.mediaIds).toContain(video)
  expect(waiting.mediaLinks.find(({ id }) => id === video)?.downloadUrl).toMatch(/^\/f\/fil_/)
})

it('words of a model beside a person’s film are labelled and never go directly', async () => {
  const by = await person('kuaishou')
  const { creationId } = await addWork(rig.ctx, by.userId)
  const video = await upload(by.userId, film(), '夜跑.mp4')
  const waiting = await until(await begin(by, { creationId, video }), 'awaiting_user')
  expect(waiting).toMatchObject({ route: 'assisted', handoff: { declare: expect.stringContaining('AI') } })
  expect(waiting.package.media.find(({ id }) => id === video)).toMatchObject({ fact: { ai: { isGenerated: false } } })
  expect(await by.pieces()).toEqual([])
})

it('a film whose person says that there is AI in it is marked, labelled and declared, and never goes directly', async () => {
  const by = await person('kuaishou')
  const video = await upload(by.userId, film({ seconds: 8 }), '合成.mp4')
  await declareAi(rig.ctx, { userId: by.userId, fileId: video })
  const waiting = await until(await begin(by, { video }), 'awaiting_user')
  expect(waiting).toMatchObject({ route: 'assisted', handoff: { declare: expect.stringContaining('AI') } })
  expect(waiting.package.body).toMatchObject({ text: expect.stringContaining('本内容由人工智能（AI）生成') })
  expect(waiting.report.results.map(({ code }) => code)).toContain('ai.film_label_unseen')
  expect(await by.pieces()).toEqual([])
})

it('somebody else’s film, one in the trash, a picture, and one that says nothing of itself are refused', async () => {
  const by = await person('kuaishou')
  const other = await rig.addUser()
  const bad = async (video: string) => begin(by, { video }).catch((cause: unknown) => cause)
  expect(await bad(await upload(other, film(), '别人的.mp4'))).toMatchObject({ code: 'FILE_NOT_FOUND' })
  const trashed = await upload(by.userId, film({ seconds: 9 }), '旧.mp4')
  await rig.ctx.prisma.file.update({ where: { id: trashed }, data: { deletedAt: new Date() } })
  expect(await bad(trashed)).toMatchObject({ code: 'FILE_NOT_FOUND' })
  expect(await bad(await cover(by.userId))).toMatchObject({ code: 'FILE_NOT_FOUND' })
  const mute = await upload(by.userId, film({ seconds: 0 }), '无时长.mp4')
  expect(await bad(mute)).toMatchObject({ code: 'PUBLICATION_FILM_UNREADABLE' })
})

it('the same film uploaded again is the same publication, and bytes that changed since are not sent', async () => {
  const by = await person('kuaishou', { outcome: 'hold' })
  const bytes = film({ seconds: 33 })
  const creationId = await ownWork(by.userId)
  const pictures = [await cover(by.userId)]
  const first = await upload(by.userId, bytes, '一.mp4')
  await until(await begin(by, { creationId, pictures, video: first }), 'in_review')
  const again = begin(by, { creationId, pictures, video: await upload(by.userId, bytes, '二.mp4') })
  await expect(again).rejects.toMatchObject({ code: 'PUBLICATION_DUPLICATE' })
  const video = await upload(by.userId, film({ seconds: 34 }), '三.mp4')
  const later = new Date(Date.now() + 3_000).toISOString()
  const planned = await begin(by, { video, scheduledAt: later })
  const { sha256 } = await rig.ctx.prisma.fileAsset.findFirstOrThrow({ where: { fileId: first, purpose: 'original' } })
  await rig.ctx.prisma.fileAsset.updateMany({ where: { fileId: video }, data: { sha256 } })
  expect(await until(planned, 'needs_attention')).toMatchObject({ reason: 'media_missing', attempts: [] })
})
