import { createHmac } from 'node:crypto'

export interface SignedDelivery {
  headers: Record<string, string>
  body: string
}

/**
 * What is sent: the body, and a signature over id, time and body, so that nobody else can send it, nor send it again later. The scheme is that of
 * Standard Webhooks (https://www.standardwebhooks.com), for which there are libraries.
 */
export function signDelivery(
  secret: string,
  { id, at, payload }: { id: string; at: Date; payload: unknown },
): SignedDelivery {
  const body = JSON.stringify(payload)
  const timestamp = String(Math.floor(at.getTime() / 1_000))
  const key = Buffer.from(secret.replace(/^whsec_/u, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Mozhou-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    },
    body,
  }
}
