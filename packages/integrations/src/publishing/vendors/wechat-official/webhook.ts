import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import type { Credentials } from '../../account-port.ts'
import { evidenceFrom } from '../../platform-call.ts'
import type {
  PublishingTarget,
  RawWebhook,
  WebhookFact,
  WebhookReading,
  WebhookReason,
  WebhookReply,
  Webhooks,
} from '../../port.ts'
import { fieldOf, fieldsOf } from './notice-xml.ts'
import { standingOf } from './publish-status.ts'

const plain = (status: number, body: string): WebhookReply => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body,
})
const refused = (reason: WebhookReason): WebhookReading => ({ ok: false, reason, reply: plain(403, reason) })
const longestMs = 600_000
const maxBytes = 256 * 1024

const signatureOf = (...parts: string[]) => createHash('sha1').update(parts.toSorted().join('')).digest('hex')

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** AES-256-CBC, the first half block of the key as its start, filled up to 32 bytes; inside: 16 random bytes, a length, the message, the appid. */
function decrypt(encrypted: string, aesKey: string): { message: string; appId: string } | null {
  try {
    const key = Buffer.from(`${aesKey}=`, 'base64')
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    const padded = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()])
    const fill = padded.at(-1) ?? 0
    if (fill < 1 || fill > 32) return null
    const whole = padded.subarray(0, padded.length - fill)
    const length = whole.readUInt32BE(16)
    if (20 + length > whole.length) return null
    const message = whole.subarray(20, 20 + length).toString('utf8')
    return { message, appId: whole.subarray(20 + length).toString('utf8') }
  } catch {
    return null
  }
}

const isRecent = (timestamp: string, now: Date): boolean =>
  /^\d{9,11}$/u.test(timestamp) && Math.abs(Number(timestamp) * 1_000 - now.getTime()) <= longestMs

type Keys = Readonly<Record<string, string>>

/** The message, once it is sure who wrote it. */
function openNotice({ query, body }: RawWebhook, keys: Keys): { xml: string } | { reason: WebhookReason } {
  const { callbackToken = '', callbackAesKey = '', appId = '' } = keys
  const { timestamp = '', nonce = '' } = query
  const xml = Buffer.from(body).toString('utf8')
  if (query.encrypt_type !== 'aes') {
    // Whoever has chosen the secure mode is not talked to in the open.
    const isOpen = callbackAesKey === '' && isSame(signatureOf(callbackToken, timestamp, nonce), query.signature ?? '')
    return isOpen ? { xml } : { reason: 'signature' }
  }
  const encrypted = fieldOf(xml, 'Encrypt') ?? ''
  const expected = signatureOf(callbackToken, timestamp, nonce, encrypted)
  if (encrypted === '' || !isSame(expected, query.msg_signature ?? '')) return { reason: 'signature' }
  const opened = decrypt(encrypted, callbackAesKey)
  if (opened === null) return { reason: 'malformed' }
  return opened.appId === appId ? { xml: opened.message } : { reason: 'wrong_account' }
}

function read(target: PublishingTarget, raw: RawWebhook, credentials: Credentials | null): WebhookReading {
  const keys = credentials?.way === 'app_keys' ? credentials.keys : {}
  if ((keys.callbackToken ?? '') === '') return refused('wrong_account')
  const { timestamp = '', nonce = '', echostr } = raw.query
  const at = target.clock.now()
  if (!isRecent(timestamp, at)) return refused('stale')
  if (raw.method === 'GET') {
    const isGood = isSame(signatureOf(keys.callbackToken ?? '', timestamp, nonce), raw.query.signature ?? '')
    return isGood && echostr !== undefined
      ? { ok: true, id: `probe:${nonce}`, facts: [], reply: plain(200, echostr) }
      : refused('signature')
  }
  if (raw.body.length > maxBytes) return refused('malformed')
  const opened = openNotice(raw, keys)
  if ('reason' in opened) return refused(opened.reason)
  return factsIn(opened.xml, keys.appId ?? '', at)
}

function factsIn(xml: string, appId: string, at: Date): WebhookReading {
  const [event, publishId] = [fieldOf(xml, 'Event'), fieldOf(xml, 'publish_id')]
  const status = fieldOf(xml, 'publish_status')
  // Times are whole seconds: within one, a piece may have gone out and away again.
  const id = [fieldOf(xml, 'FromUserName'), fieldOf(xml, 'CreateTime'), event, publishId, status].join(':')
  const reply = plain(200, 'success')
  if (event !== 'PUBLISHJOBFINISH') return { ok: true, id, facts: [], reply }
  if (publishId === null || status === null) return refused('malformed')
  const evidence = evidenceFrom('PUBLISHJOBFINISH', { by: 'platform', at, bytes: xml, id })
  const [url] = fieldsOf(xml, 'article_url')
  const body = {
    publish_status: status,
    article_id: fieldOf(xml, 'article_id'),
    article_detail: { item: url === undefined ? [] : [{ article_url: url }] },
  }
  const standing = standingOf(body, { id: publishId, names: { publishId } }, evidence)
  const facts: WebhookFact[] = [{ accountExternalId: appId, standing }]
  return { ok: true, id, facts, reply }
}

export const webhooks = (target: PublishingTarget): Webhooks => ({
  scope: 'account',
  read: (raw, credentials) => read(target, raw, credentials),
})
