import { createHash } from 'node:crypto'
import type { NoticeVerdict, PayChannel } from '@mozhou/contracts/orders/kinds'
import type { Notice, PaymentChannel, RawNotice } from '@mozhou/integrations/payments/port'
import { storedJson } from '../stored.ts'
import { storedPayChannel } from '../stored-columns.ts'
import { channelOf } from '../payment-channels/channel-of.ts'
import { noteTransfer } from '../withdrawals/ask-transfer.ts'
import type { StartedWithdrawal } from '../withdrawals/request-withdrawal.ts'
import { fulfilOrder } from './fulfil-order.ts'
import { findOrder } from './lock-order.ts'
import type { OrdersContext } from './orders-context.ts'
import { takeAgreement } from './renewals/take-agreement.ts'
import { recordExternalRefund } from './record-external-refund.ts'

/** What a channel's signature rests on, and nothing that tells who sent it. */
const keptHeaders = [
  'content-type',
  'wechatpay-signature',
  'wechatpay-timestamp',
  'wechatpay-nonce',
  'wechatpay-serial',
]

const storedHeaders = storedJson(
  'payment_notices.headers',
  (value): value is Record<string, string> =>
    typeof value === 'object' && value !== null && Object.values(value).every((header) => typeof header === 'string'),
)

/**
 * Takes what a channel tells: stores it, then applies it. A repeat is answered like the first, without effect.
 * @param reader the channel as it is set up now, where the caller has it already.
 * @returns what the channel is to be answered, and the refunds that were promised on the way.
 */
export async function takeNotice(
  ctx: OrdersContext,
  { channel, raw, reader }: { channel: PayChannel; raw: RawNotice; reader?: PaymentChannel },
): Promise<TakenNotice> {
  const kept = { body: new Uint8Array(raw.body), headers: headersToKeep(raw) }
  const { id, verdict } = await storeNotice(ctx, channel, kept)
  if (verdict === 'applied' || verdict === 'repeated') return ended('accepted')
  return applyRead(ctx, reader ?? (await channelOf(ctx, channel)), { noticeId: id, raw: kept })
}

export interface TakenNotice {
  answer: 'accepted' | 'refused'
  /** The order that this ended, for its workflow to be told. */
  orderId: string | null
  /** Nothing is left for that workflow to do. */
  isOver: boolean
  refund: { refundId: string; userId: string } | null
  /** Whose transfer this was about, for its run to be told. */
  withdrawal: StartedWithdrawal | null
}

const ended = (answer: TakenNotice['answer']): TakenNotice => ({
  answer,
  orderId: null,
  isOver: false,
  refund: null,
  withdrawal: null,
})

interface KeptNotice extends RawNotice {
  body: Uint8Array<ArrayBuffer>
  headers: Record<string, string>
}

function headersToKeep(raw: RawNotice): Record<string, string> {
  return Object.fromEntries(keptHeaders.flatMap((name) => (raw.headers[name] ? [[name, raw.headers[name]]] : [])))
}

/** A repeat counts on the row of the first, with what is signed of it now. */
async function storeNotice(ctx: OrdersContext, channel: PayChannel, { body, headers }: KeptNotice) {
  const bodyHash = new Uint8Array(createHash('sha256').update(body).digest())
  const rows = await ctx.prisma.$queryRaw<{ id: string; verdict: string }[]>`
    INSERT INTO payment_notices AS kept (id, channel, body_hash, body, headers, received_at)
    VALUES (${ctx.newId()}::uuid, ${channel}, ${bodyHash}, ${body}, ${JSON.stringify(headers)}::jsonb, ${ctx.clock.now()})
    ON CONFLICT (channel, body_hash) DO UPDATE SET deliveries = kept.deliveries + 1, headers = EXCLUDED.headers
    RETURNING id, verdict`
  const [row] = rows
  if (!row) throw new Error('a notice was not stored')
  return row
}

/** Applies a stored notice; the sweep does that for one whose process died. */
export async function applyNotice(ctx: OrdersContext, { noticeId }: { noticeId: string }): Promise<TakenNotice> {
  const { channel, body, headers } = await ctx.prisma.paymentNotice.findUniqueOrThrow({
    where: { id: noticeId },
    select: { channel: true, body: true, headers: true },
  })
  const reader = await channelOf(ctx, storedPayChannel(channel))
  return applyRead(ctx, reader, { noticeId, raw: { body, headers: storedHeaders(headers) } })
}

async function applyRead(
  ctx: OrdersContext,
  reader: PaymentChannel,
  { noticeId, raw }: { noticeId: string; raw: RawNotice },
): Promise<TakenNotice> {
  const { channel } = reader
  const reading = await reader.parseNotice(raw)
  if (!reading.ok) return conclude(ctx, noticeId, { verdict: 'refused', reason: reading.reason, orderNo: null })
  const { notice } = reading
  if (notice.type === 'paid') return applyPaid(ctx, { noticeId, channel, notice })
  if (notice.type === 'agreement') await takeAgreement(ctx, { channel, ...notice, nextDay: null })
  if (notice.type === 'refund') await noteRefund(ctx, channel, notice)
  const withdrawal = notice.type === 'transfer' ? await noteTransfer(ctx, notice) : null
  return {
    ...(await conclude(ctx, noticeId, { verdict: 'applied', reason: null, orderNo: notice.orderNo })),
    withdrawal,
  }
}

/** Ours are asked about by their workflows; one that we never asked for was made at the channel. */
async function noteRefund(
  ctx: OrdersContext,
  channel: PayChannel,
  { orderNo, refundNo }: Extract<Notice, { type: 'refund' }>,
): Promise<void> {
  const known = await ctx.prisma.moneyRefund.findUnique({ where: { refundNo }, select: { id: true } })
  const order = await ctx.prisma.order.findUnique({ where: { orderNo }, select: { id: true } })
  if (known !== null || order === null) return
  // Not the notice's amount, which may add up all refunds of the order.
  const asked = await channelOf(ctx, channel)
  const { state, refundFen } = await asked.queryRefund({ orderNo, refundNo })
  if (state !== 'succeeded' || refundFen === null || refundFen <= 0) return
  await recordExternalRefund(ctx, { orderId: order.id, channel, refundNo, amountFen: refundFen })
}

async function applyPaid(
  ctx: OrdersContext,
  input: { noticeId: string; channel: PayChannel; notice: Extract<Notice, { type: 'paid' }> },
): Promise<TakenNotice> {
  const { noticeId, channel, notice } = input
  const { orderNo, transactionId, amountFen, currency, payerId, paidAt } = notice
  const order = await findOrder(ctx, orderNo)
  if (!order) {
    // It may be another environment's; money that is ours shows in the channel's bill.
    ctx.log.error({ channel, orderNo }, 'a payment of an order that is not there')
    return conclude(ctx, noticeId, { verdict: 'refused', reason: 'unknown_order', orderNo })
  }
  const money = { channel, transactionId, amountFen, currency, payerId, paidAt, source: 'notice' as const }
  const told = { id: noticeId, orderNo, order }
  const fulfilment = await fulfilOrder(ctx, { orderId: order.id, money, notice: told })
  if (fulfilment.outcome === 'mismatch') {
    ctx.log.error({ channel, orderNo, amountFen }, 'a payment of another amount than its order')
    return conclude(ctx, noticeId, { verdict: 'refused', reason: 'amount_mismatch', orderNo })
  }
  if (fulfilment.outcome === 'fulfilled' && fulfilment.atOnce)
    return { ...ended('accepted'), ...fulfilment.atOnce, orderId: order.id }
  const verdict = fulfilment.outcome === 'repeated' ? 'repeated' : 'applied'
  const taken = await conclude(ctx, noticeId, { verdict, reason: null, orderNo })
  return { ...taken, orderId: order.id, refund: fulfilment.outcome === 'surplus' ? fulfilment.refund : null }
}

async function conclude(
  ctx: OrdersContext,
  noticeId: string,
  end: { verdict: NoticeVerdict; reason: string | null; orderNo: string | null },
): Promise<TakenNotice> {
  await ctx.prisma.paymentNotice.update({
    where: { id: noticeId },
    data: { ...end, appliedAt: ctx.clock.now() },
    select: { id: true },
  })
  return ended(end.verdict === 'refused' ? 'refused' : 'accepted')
}
