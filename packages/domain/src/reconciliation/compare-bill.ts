import type { OwnResolution } from '@mozhou/contracts/reconciliation/kinds'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import { fulfilOrder } from '../orders/fulfil-order.ts'
import type { Fulfilment } from '../orders/fulfil-order.ts'
import type { OrdersContext } from '../orders/orders-context.ts'
import { recordExternalRefund } from '../orders/record-external-refund.ts'
import { storedPaymentStatus } from '../stored-columns.ts'
import { byKey } from './bill-key.ts'
import type { BillKey } from './bill-key.ts'
import { compareDay } from './compare-day.ts'
import type { Difference } from './compare-day.ts'
import { openBill } from './open-bill.ts'
import { dayBefore, readBooks } from './read-books.ts'
import { askTransfers, closeGivenBack } from './settle-transfers.ts'

interface ComparedBill {
  /** Findings of this day and the one before that wait for a person. */
  open: number
  refunds: { refundId: string; userId: string }[]
}

/**
 * Compares a fetched bill with our books, writes down what differs, and puts money that only the bill has through the one door of money. Every
 * step may run again: findings have one row each, the door knows what went through, and the bill counts as compared at the very end. What the
 * channel has not said of its transfers it is asked first, so that the books are those that stay.
 * @throws PaymentFailure, with everything else done, where it did not say of one: the bill is compared again
 */
export async function compareBill(ctx: OrdersContext, { channel, kind, day }: BillKey): Promise<ComparedBill> {
  const { id: billId, status } = await openBill(ctx, { channel, kind, day })
  if (status === 'waiting') throw new Error(`the ${kind} bill of ${channel} for ${day} was not fetched`)
  const previous = await ctx.prisma.channelBill.findUnique({
    where: byKey({ channel, kind, day: dayBefore(day) }),
    select: { id: true },
  })
  const unanswered = await askTransfers(ctx, { billId })
  const comparison = compareDay(await readBooks(ctx, { billId, channel, kind, day }))
  await keepFindings(ctx, comparison.differences, (of) => (of === day ? billId : (previous?.id ?? billId)))
  const refunds = await takeMissingPayments(ctx, { billId, channel })
  await takeMissingRefunds(ctx, { billId, channel })
  await closeGivenBack(ctx, { billId })
  await closeThoseThatAppeared(ctx, { billId, channel, kind })
  if (unanswered) throw unanswered
  const { matched, rolled } = comparison
  await ctx.prisma.channelBill.update({
    where: { id: billId },
    data: { status: 'compared', matched, rolled, comparedAt: ctx.clock.now() },
    select: { id: true },
  })
  // Its own are judged now: the bill that they waited for is here.
  if (previous)
    await ctx.prisma.channelBill.update({ where: { id: previous.id }, data: { rolled: 0 }, select: { id: true } })
  const open = await ctx.prisma.billFinding.count({
    where: { billId: { in: [billId, ...(previous ? [previous.id] : [])] }, resolution: null },
  })
  if (open > 0) ctx.log.error({ channel, kind, day, open }, 'a bill and our books differ')
  return { open, refunds }
}

async function keepFindings(
  ctx: OrdersContext,
  differences: readonly Difference[],
  billOf: (day: string) => string,
): Promise<void> {
  await ctx.prisma.billFinding.createMany({
    data: differences.map(({ day, ...difference }) => ({
      ...difference,
      id: ctx.newId(),
      billId: billOf(day),
      createdAt: ctx.clock.now(),
    })),
    skipDuplicates: true,
  })
}

/** The channel vouches for what stands in its bill: payments that only it has and that name an order of ours are applied like a notice. */
async function takeMissingPayments(
  ctx: OrdersContext,
  { billId, channel }: { billId: string; channel: PayChannel },
): Promise<ComparedBill['refunds']> {
  const refunds: ComparedBill['refunds'] = []
  const missing = await ctx.prisma.billFinding.findMany({
    where: { billId, kind: 'missing_here', movement: 'payment', resolution: null },
    select: { id: true, orderNo: true, transactionId: true, theirFen: true, at: true },
  })
  for (const { id, orderNo, transactionId, theirFen, at } of missing) {
    const order = await ctx.prisma.order.findUnique({ where: { orderNo }, select: { id: true } })
    if (!order || transactionId === null || theirFen === null) continue
    const money = {
      channel,
      transactionId,
      amountFen: theirFen,
      currency: 'CNY',
      payerId: null,
      paidAt: at,
      source: 'bill' as const,
    }
    const fulfilment = await fulfilOrder(ctx, { orderId: order.id, money })
    if (fulfilment.outcome === 'surplus') refunds.push(fulfilment.refund)
    const resolution = await resolutionOf(ctx, fulfilment, { channel, transactionId })
    await ctx.prisma.billFinding.updateMany({
      where: { id, resolution: null },
      data: { resolution, resolvedAt: ctx.clock.now() },
    })
  }
  return refunds
}

/** Money that went back without us, made in the channel's own console: what it was paid for goes too, and its order waits for a person. */
async function takeMissingRefunds(
  ctx: OrdersContext,
  { billId, channel }: { billId: string; channel: PayChannel },
): Promise<void> {
  const missing = await ctx.prisma.billFinding.findMany({
    where: { billId, kind: 'missing_here', movement: 'refund', resolution: null, refundNo: { not: null } },
    select: { id: true, orderNo: true, refundNo: true, theirFen: true },
  })
  for (const { id, orderNo, refundNo, theirFen } of missing) {
    const order = await ctx.prisma.order.findUnique({ where: { orderNo }, select: { id: true } })
    if (!order || refundNo === null || theirFen === null) continue
    await recordExternalRefund(ctx, { orderId: order.id, channel, refundNo, amountFen: theirFen })
    // Also where a try before this one, or a late notice, has written it down.
    const known = await ctx.prisma.moneyRefund.findUnique({ where: { refundNo }, select: { id: true } })
    if (known === null) continue
    await ctx.prisma.billFinding.updateMany({
      where: { id, resolution: null },
      data: { resolution: 'order_flagged', resolvedAt: ctx.clock.now() },
    })
  }
}

const endOf: Readonly<Record<Exclude<Fulfilment['outcome'], 'repeated'>, OwnResolution>> = {
  fulfilled: 'credited',
  surplus: 'returned',
  mismatch: 'order_flagged',
}

/** Repeated: a try before this one, or a late notice, took it through the door; what came of it stands at the payment. */
async function resolutionOf(
  ctx: OrdersContext,
  { outcome }: Fulfilment,
  payment: { channel: PayChannel; transactionId: string },
): Promise<OwnResolution> {
  if (outcome !== 'repeated') return endOf[outcome]
  const { status } = await ctx.prisma.payment.findUniqueOrThrow({
    where: { channel_transactionId: payment },
    select: { status: true },
  })
  const ends = { accepted: 'credited', surplus: 'returned', held: 'order_flagged' } as const
  return ends[storedPaymentStatus(status)]
}

/** What an earlier day lacked may stand in this bill after all. */
async function closeThoseThatAppeared(
  ctx: OrdersContext,
  { billId, channel, kind }: { billId: string } & Omit<BillKey, 'day'>,
): Promise<void> {
  const open = await ctx.prisma.billFinding.findMany({
    where: { kind: 'missing_there', resolution: null, bill: { channel, kind } },
    select: { id: true, key: true },
  })
  const lines = await ctx.prisma.billLine.findMany({
    where: { billId, key: { in: open.map(({ key }) => key) } },
    select: { key: true },
  })
  const appeared = new Set(lines.map(({ key }) => key))
  await ctx.prisma.billFinding.updateMany({
    where: { id: { in: open.filter(({ key }) => appeared.has(key)).map(({ id }) => id) }, resolution: null },
    data: { resolution: 'appeared_later', resolvedAt: ctx.clock.now() },
  })
}
