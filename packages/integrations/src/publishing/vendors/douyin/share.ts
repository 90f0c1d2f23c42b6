import { createHash, randomBytes } from 'node:crypto'
import { fieldsOf, orderOf } from '../../assisted/hand-over.ts'
import type { AppTokens } from '../../account-port.ts'
import { createTokenMemory } from '../../token-memory.ts'
import type { Evidence } from '../../evidence-port.ts'
import { evidenceFrom, idIn, missingIn, recordIn, textIn } from '../../platform-call.ts'
import { isCode, refusedHere } from '../../platform-error.ts'
import type { Handoff, PlatformRef, PublishInput, PublishingTarget, Standing, Submission } from '../../port.ts'
import { appOf, callPlain } from './client.ts'
import { lapsedCodes, vendor } from './errors.ts'

interface AppTicket {
  token: string
  ticket: string
}

export interface AppTickets {
  /** With one that is good for as long as a code is shown; drawn anew, once, where the platform says that it is not. */
  run<T>(signal: AbortSignal, call: (ticket: AppTicket) => Promise<T>): Promise<T>
}

/** A code is shown for an hour, and its signature is to hold for as long. */
const earlyMs = 3_700_000

const ticketOf = ({ values }: AppTokens): AppTicket => ({ token: values.token ?? '', ticket: values.ticket ?? '' })

/** The application's token and the ticket that is bound to it: a new token ends the old one, and what was signed by its ticket. */
export function createAppTickets(target: PublishingTarget): AppTickets {
  const store = target.appTokens ?? createTokenMemory(target.clock)
  const find = (stale: AppTokens | null, signal: AbortSignal) => store.find(stale, () => drawTicket(target, signal))
  return {
    async run(signal, call) {
      const held = await find(null, signal)
      try {
        return await call(ticketOf(held))
      } catch (error) {
        if (!isCode(error, ...lapsedCodes, '2190002')) throw error
      }
      return call(ticketOf(await find(held, signal)))
    },
  }
}

async function drawTicket(target: PublishingTarget, signal: AbortSignal): Promise<AppTokens> {
  const { id, secret } = appOf(target)
  const body = { grant_type: 'client_credential', client_key: id, client_secret: secret }
  const request = { path: '/oauth/client_token/', mode: 'safe', method: 'POST', body } as const
  const given = recordIn((await callPlain(target, null, request, signal)).body.data)
  const token = textIn(given.access_token)
  if (token === null) throw missingIn(vendor, 'safe', 'token')
  const reply = await callPlain(target, token, { path: '/open/getticket/', mode: 'safe', method: 'GET' }, signal)
  const data = recordIn(reply.body.data)
  const ticket = textIn(data.ticket)
  if (ticket === null) throw missingIn(vendor, 'safe', 'ticket')
  const lives = Math.min(numberOr(given.expires_in, 7_200), numberOr(data.expires_in, 7_200)) * 1_000
  const usableUntil = new Date(target.clock.now().getTime() + lives - earlyMs).toISOString()
  return { values: { token, ticket }, usableUntil }
}

const numberOr = (value: unknown, otherwise: number) => (typeof value === 'number' && value > 0 ? value : otherwise)

const codeLivesMs = 3_600_000

function mediaOf(input: PublishInput): Record<string, string> {
  const urlOf = (id: string) => {
    const url = input.media.find((file) => file.id === id)?.publicUrl ?? null
    if (url === null) throw refusedHere(vendor, 'media_without_address', id)
    return url
  }
  const { media, contentType } = input.package
  if (contentType === 'video') {
    const film = media.find((medium) => medium.kind === 'file' && medium.fact.kind === 'video')
    if (!film) throw refusedHere(vendor, 'video_missing')
    return { video_path: urlOf(film.id) }
  }
  const pictures = media.filter((medium) => medium.kind !== 'file' || medium.fact.kind === 'image')
  return { image_list_path: JSON.stringify(pictures.map(({ id }) => urlOf(id))) }
}

/** In this order, joined as a query but not encoded: https://developer.open-douyin.com/docs, share by H5 (2026-11). */
const signatureOf = (nonce: string, ticket: string, timestamp: string) =>
  createHash('md5').update(`nonce_str=${nonce}&ticket=${ticket}&timestamp=${timestamp}`).digest('hex')

/** The app reads `+` as a plus and not as a space. */
const encoded = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

function schemaOf(target: PublishingTarget, input: PublishInput, shareId: string, ticket: string): string {
  const nonce = randomBytes(8).toString('hex')
  const timestamp = String(Math.floor(target.clock.now().getTime() / 1_000))
  const { title, tags } = input.package
  const fields = {
    client_key: appOf(target).id,
    state: shareId,
    nonce_str: nonce,
    timestamp,
    signature: signatureOf(nonce, ticket, timestamp),
    share_type: 'h5',
    title,
    title_hashtag_list: JSON.stringify(tags.map((name) => ({ name, start: 0 }))),
    share_to_publish: '1',
    ...mediaOf(input),
  }
  return `snssdk1128://openplatform/share?${encoded(fields)}`
}

/** Makes a code to be scanned. Nothing is out until somebody has published in the app, so it may be made again. */
export function submitShare(
  target: PublishingTarget,
  tickets: AppTickets,
  input: PublishInput,
  signal: AbortSignal,
): Promise<Submission> {
  return tickets.run(signal, async ({ token, ticket }) => {
    const request = { path: '/share-id/', mode: 'safe', method: 'POST', query: { need_callback: 'true' } } as const
    const { body, evidence } = await callPlain(target, token, request, signal)
    const shareId = idIn(recordIn(body.data).share_id)
    if (shareId === null) throw missingIn(vendor, 'safe', 'share_id')
    const schema = schemaOf(target, input, shareId, ticket)
    const expiresAt = new Date(target.clock.now().getTime() + codeLivesMs).toISOString()
    const ref = { id: shareId, names: { shareId, expiresAt } }
    return { outcome: 'awaiting_user', ref, handoff: scanOf(input, schema, expiresAt), capability: null, evidence }
  })
}

/** The app takes the media, the title and the topics; a caption has no place in a share by H5, so that it is pasted. */
function scanOf({ package: pkg }: PublishInput, schema: string, expiresAt: string): Handoff {
  const isDeclared = pkg.declarations.ai?.made === 'by_hand'
  const hasCaption = pkg.body.form === 'text' && pkg.body.text !== ''
  return {
    kind: 'scan',
    url: 'https://creator.douyin.com/creator-micro/content/upload',
    phoneUrl: schema,
    expiresAt,
    fields: fieldsOf(['title', 'caption', 'tags'], pkg),
    mediaIds: orderOf(pkg),
    steps: [
      {
        zh: '在装有抖音的手机上点“打开 App”，一小时内有效：素材、标题和话题会自动带进去',
        en: 'On a phone that has the app, press “Open the app” within an hour: media, title and topics come along',
      },
      ...(hasCaption
        ? [{ zh: '描述不会自动带入：复制后在抖音里粘贴', en: 'The caption does not: copy it, and paste it in the app' }]
        : []),
      ...(isDeclared
        ? [{ zh: '在“自主声明”里选“内容由AI生成”', en: 'Choose “made by AI” among the declarations' }]
        : []),
      { zh: '点发布，结果会自动回到这里', en: 'Publish; the result comes back here by itself' },
      {
        zh: 'App 打不开时：保存素材，在抖音里点“＋”上传，再逐栏粘贴，发布后把链接填回来',
        en: 'If the app does not open: save the media, upload them in the app, paste the fields, and bring the link back',
      },
    ],
  }
}

const pollMs = 30_000
/** A notice of the last minute may still be on its way when the code has run out. */
const graceMs = 600_000

export const videoUrl = (videoId: string): string => `https://www.douyin.com/video/${encodeURIComponent(videoId)}`

/** An item's id says that something was posted, a film's that it is there: only the second is the end. */
export function sharedStanding(
  ref: PlatformRef,
  given: { itemId: string | null; videoId: string | null },
  evidence: Evidence,
  now: Date,
): Standing {
  const { itemId, videoId } = given
  const names: Record<string, string> = {
    ...ref.names,
    ...(itemId !== null && { itemId }),
    ...(videoId !== null && { videoId }),
  }
  const standing = { ref: { id: ref.id, names }, url: null, actor: null, reason: null, evidence }
  if (videoId !== null) return { ...standing, state: 'published', url: videoUrl(videoId), askAgainMs: null }
  if (names.itemId !== undefined) return { ...standing, state: 'in_review', askAgainMs: pollMs }
  const end = Date.parse(names.expiresAt ?? '') + graceMs
  if (now.getTime() > end) return { ...standing, state: 'expired', askAgainMs: null }
  return { ...standing, state: 'awaiting_user', askAgainMs: pollMs }
}

export async function lookUpShare(
  target: PublishingTarget,
  tickets: AppTickets,
  ref: PlatformRef,
  signal: AbortSignal,
): Promise<Standing> {
  const now = target.clock.now()
  const { videoId } = ref.names
  // It was told before, and no interface shows more without its owner's permission.
  if (videoId !== undefined) {
    const evidence = evidenceFrom('known_before', { by: 'platform', at: now, bytes: videoId })
    return sharedStanding(ref, { itemId: null, videoId }, evidence, now)
  }
  const query = { share_id: ref.names.shareId ?? ref.id }
  const request = { path: '/share-id/', mode: 'safe', method: 'POST', query } as const
  const reply = await tickets.run(signal, ({ token }) => callPlain(target, token, request, signal))
  const data = recordIn(reply.body.data)
  return sharedStanding(ref, { itemId: idIn(data.item_id), videoId: idIn(data.video_id) }, reply.evidence, now)
}
