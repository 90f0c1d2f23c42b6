import { formatId } from '@mozhou/contracts/ids'
import type { DomainContext } from '../context.ts'
import { isDelivered, nextTryAt } from './delivery-rules.ts'
import { webhookSeal } from './manage-webhooks.ts'
import { signDelivery } from './sign-delivery.ts'
import { callerOf } from './webhook-address.ts'

export interface WebhooksContext extends DomainContext {
  /** Judges each address, and what its name resolves to, before a byte is sent. */
  callOut: typeof fetch
}

const atOnce = 20
const callMs = 10_000
/** Whoever has taken one and died keeps it no longer. */
const leaseMs = 60_000

interface Due {
  id: string
  tries: number
  payload: unknown
  createdAt: Date
  webhook: { id: string; url: string; secret: Uint8Array; secretKeyId: string; isOn: boolean }
}

/** Sends what is due, each address beside the others; of several workers each takes its own. */
export async function deliverWebhooks(ctx: WebhooksContext): Promise<{ sent: number; failed: number }> {
  const counts = { sent: 0, failed: 0 }
  for (;;) {
    const due = await claim(ctx)
    if (due.length === 0) return counts
    const outcomes = await Promise.all(due.map((delivery) => deliver(ctx, delivery)))
    counts.sent += outcomes.filter(Boolean).length
    counts.failed += outcomes.filter((isSent) => !isSent).length
  }
}

async function claim(ctx: WebhooksContext): Promise<Due[]> {
  const now = ctx.clock.now()
  const taken = await ctx.prisma.$queryRaw<{ id: string }[]>`
    UPDATE webhook_deliveries SET next_try_at = ${new Date(now.getTime() + leaseMs)}, tries = tries + 1
    WHERE id IN (SELECT id FROM webhook_deliveries WHERE next_try_at <= ${now} ORDER BY next_try_at LIMIT ${atOnce} FOR UPDATE SKIP LOCKED)
    RETURNING id`
  return ctx.prisma.webhookDelivery.findMany({
    where: { id: { in: taken.map(({ id }) => id) }, status: 'waiting' },
    select: {
      id: true,
      tries: true,
      payload: true,
      createdAt: true,
      webhook: { select: { id: true, url: true, secret: true, secretKeyId: true, isOn: true } },
    },
  })
}

async function deliver(ctx: WebhooksContext, delivery: Due): Promise<boolean> {
  const { httpStatus, failure } = await call(ctx, delivery)
  const now = ctx.clock.now()
  const isSent = httpStatus !== null && isDelivered(httpStatus)
  const again = isSent ? null : nextTryAt(now, delivery.tries)
  await ctx.prisma.webhookDelivery.updateMany({
    where: { id: delivery.id, status: 'waiting' },
    data: {
      httpStatus,
      failure,
      nextTryAt: again,
      ...(isSent && { status: 'delivered', deliveredAt: now }),
      ...(!isSent && again === null && { status: 'gave_up' }),
    },
  })
  return isSent
}

async function call(
  ctx: WebhooksContext,
  { id, payload, webhook }: Due,
): Promise<{ httpStatus: number | null; failure: string | null }> {
  const { secret, secretKeyId } = webhook
  const key = ctx.secrets.open(secret, secretKeyId, webhookSeal(webhook.id))
  const deliveryId = formatId('webhookDelivery', id)
  const { headers, body } = signDelivery(key, {
    id: deliveryId,
    at: ctx.clock.now(),
    payload: { id: deliveryId, ...asObject(payload) },
  })
  try {
    const signal = AbortSignal.timeout(callMs)
    const send = callerOf(ctx, webhook.url)
    const answer = await send(webhook.url, { method: 'POST', headers, body, redirect: 'manual', signal })
    // Nothing of what a stranger answers is read.
    await answer.body?.cancel()
    return { httpStatus: answer.status, failure: null }
  } catch (cause) {
    return { httpStatus: null, failure: nameOf(cause) }
  }
}

const asObject = (payload: unknown): object => (typeof payload === 'object' && payload !== null ? payload : {})

/** A word that says what kind of failure it was: messages may hold addresses. */
function nameOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown'
  const inner = cause.cause instanceof Error ? cause.cause : cause
  return 'code' in inner && typeof inner.code === 'string' ? inner.code : inner.name
}

/** Seals every secret anew with the current encryption key. Safe to repeat or to break off. */
export async function rotateWebhooks(ctx: Pick<DomainContext, 'prisma' | 'secrets'>): Promise<{ rotated: number }> {
  const rows = await ctx.prisma.webhook.findMany({
    where: { secretKeyId: { not: ctx.secrets.currentKeyId } },
    select: { id: true, secret: true, secretKeyId: true },
  })
  for (const { id, secret, secretKeyId } of rows) {
    const { data, keyId } = ctx.secrets.seal(ctx.secrets.open(secret, secretKeyId, webhookSeal(id)), webhookSeal(id))
    await ctx.prisma.webhook.updateMany({ where: { id, secretKeyId }, data: { secret: data, secretKeyId: keyId } })
  }
  return { rotated: rows.length }
}
