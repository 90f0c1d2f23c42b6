import { createHmac, timingSafeEqual } from 'node:crypto'

export interface Delivery {
  receivedAt: string
  headers: Readonly<Record<string, string>>
  /** As it arrived. */
  body: string
  /** What it was answered with. */
  answer: string
}

export type Verdict = 'good' | 'no_secret' | 'no_signature' | 'stale' | 'wrong' | 'bad_secret'

/** Older ones are not believed, however they are signed. */
const toleranceMs = 5 * 60_000

/**
 * As a customer's library judges it, by https://github.com/standard-webhooks/standard-webhooks (specification, 2026-11): an HMAC-SHA-256 over
 * id, time and body, under the bytes that the secret's base64 stands for; one of several signatures has to be right.
 */
export function verifyDelivery(secret: string, { headers, body, receivedAt }: Delivery): Verdict {
  if (secret === '') return 'no_secret'
  const text = secret.replace(/^whsec_/u, '')
  if (!/^[A-Za-z0-9+/]+={0,2}$/u.test(text)) return 'bad_secret'
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signatures } = headers
  if (!id || !at || !signatures) return 'no_signature'
  if (Math.abs(Date.parse(receivedAt) - Number(at) * 1_000) > toleranceMs) return 'stale'
  const wanted = createHmac('sha256', Buffer.from(text, 'base64')).update(`${id}.${at}.${body}`).digest()
  const isRight = signatures.split(' ').some((one) => {
    const [version, mark = ''] = one.split(',')
    const given = Buffer.from(mark, 'base64')
    return version === 'v1' && given.byteLength === wanted.byteLength && timingSafeEqual(given, wanted)
  })
  return isRight ? 'good' : 'wrong'
}
