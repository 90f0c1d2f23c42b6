import { createHash, timingSafeEqual } from 'node:crypto'
import { evidenceFrom, hashOf, idIn, isRecord, recordIn, textIn } from '../../platform-call.ts'
import type { PublishingTarget, RawWebhook, WebhookReading, WebhookReason, WebhookReply, Webhooks } from '../../port.ts'
import { sharedStanding } from './share.ts'

const json = (status: number, value: unknown): WebhookReply => ({
  status,
  contentType: 'application/json',
  body: JSON.stringify(value),
})
const refused = (reason: WebhookReason): WebhookReading => ({ ok: false, reason, reply: json(401, { error: reason }) })
const maxBytes = 256 * 1024

/** Over the secret and the body as it came: https://developer.open-douyin.com/docs, webhooks (2026-11). */
function isGenuine({ body, headers }: RawWebhook, secret: string): boolean {
  const expected = Buffer.from(createHash('sha1').update(secret).update(body).digest('hex'))
  const given = Buffer.from(headers['x-douyin-signature'] ?? '')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Comes as an object or as the text of one. */
const contentOf = (value: unknown) => recordIn(typeof value === 'string' ? parse(value) : value)

function read(target: PublishingTarget, raw: RawWebhook): WebhookReading {
  const { app } = target
  if (app === null) return refused('wrong_account')
  if (raw.method !== 'POST' || raw.body.length > maxBytes) return refused('malformed')
  if (!isGenuine(raw, app.secret)) return refused('signature')
  const notice = parse(Buffer.from(raw.body).toString('utf8'))
  if (!isRecord(notice)) return refused('malformed')
  const content = contentOf(notice.content)
  // The same type of value goes back that came.
  if (notice.event === 'verify_webhook')
    return { ok: true, id: 'probe', facts: [], reply: json(200, { challenge: content.challenge }) }
  if (notice.client_key !== app.id) return refused('wrong_account')
  const id = raw.headers['msg-id'] ?? textIn(notice.log_id) ?? hashOf(raw.body)
  const reply = json(200, {})
  const shareId = idIn(content.share_id)
  if (notice.event !== 'create_video' || shareId === null) return { ok: true, id, facts: [], reply }
  const at = target.clock.now()
  const evidence = evidenceFrom('create_video', { by: 'platform', at, bytes: raw.body, id })
  const ref = { id: shareId, names: { shareId } }
  const given = { itemId: idIn(content.item_id), videoId: idIn(content.video_id) }
  const standing = sharedStanding(ref, given, evidence, at)
  return { ok: true, id, facts: [{ accountExternalId: textIn(notice.from_user_id), standing }], reply }
}

export const webhooks = (target: PublishingTarget): Webhooks => ({ scope: 'app', read: (raw) => read(target, raw) })
