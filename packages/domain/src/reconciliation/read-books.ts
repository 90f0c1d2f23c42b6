import { storedMovement, storedMoneyRefundStatus } from '../stored-columns.ts'
import type { MoneyRefundStatus, PayChannel } from '@mozhou/contracts/orders/kinds'
import { dayOf, dayStart } from '../shanghai-day.ts'
import type { BillKey } from './bill-key.ts'
import type { BillMovement, DayBooks, OurMovement } from './compare-day.ts'
import { movementKey } from './movement-key.ts'
import { chunks, readTransfers } from './read-transfers.ts'
import type { Reading, WhichOurs } from './read-transfers.ts'

export const dayBefore = (day: string) => dayOf(dayStart(day, -1))
export const dayAfter = (day: string) => dayOf(dayStart(day, 1))

/** Both sides of a day at one channel, as they are stored. */
export async function readBooks(
  ctx: Reading,
  { billId, channel, kind, day }: BillKey & { billId: string },
): Promise<DayBooks> {
  const previousDay = dayBefore(day)
  const neighbours = await ctx.prisma.channelBill.findMany({
    where: { channel, kind, day: { in: [previousDay, dayAfter(day)] }, status: { not: 'waiting' } },
    select: { day: true },
  })
  const lines = await readLines(ctx, billId)
  const read = kind === 'flow' ? readTransfers : readOurs
  const ours = await read(ctx, { channel, previousDay, day, lines })
  const isHere = (wanted: string) => neighbours.some((bill) => bill.day === wanted)
  return {
    day,
    previousDay,
    lines,
    ours,
    billedElsewhere: await readBilled(ctx, { billId, channel, keys: ours.map(({ key }) => key) }),
    isPreviousHere: isHere(previousDay),
    isNextHere: isHere(dayAfter(day)),
  }
}

async function readLines(ctx: Reading, billId: string): Promise<BillMovement[]> {
  const rows = await ctx.prisma.billLine.findMany({ where: { billId }, orderBy: { position: 'asc' } })
  return rows.map(({ key, kind, orderNo, refundNo, transactionId, amountFen, at }) => ({
    key,
    kind: storedMovement(kind),
    orderNo,
    refundNo,
    transactionId,
    amountFen,
    at,
  }))
}

async function readOurs(ctx: Reading, { channel, previousDay, day, lines }: WhichOurs): Promise<OurMovement[]> {
  const during = { gte: dayStart(previousDay), lt: dayStart(day, 1) }
  const found = await Promise.all([
    paymentsWhere(ctx, { channel, paidAt: during }),
    refundsWhere(ctx, { payment: { channel }, submittedAt: during }),
    ...chunks(lines.flatMap(({ kind, transactionId }) => (kind === 'payment' ? [transactionId] : []))).map((numbers) =>
      paymentsWhere(ctx, { channel, transactionId: { in: numbers } }),
    ),
    ...chunks(lines.flatMap(({ refundNo }) => refundNo ?? [])).map((numbers) =>
      refundsWhere(ctx, { payment: { channel }, refundNo: { in: numbers } }),
    ),
  ])
  return [...new Map(found.flat().map((movement) => [movement.key, movement])).values()]
}

type PaymentFilter = NonNullable<Parameters<Reading['prisma']['payment']['findMany']>[0]>['where']
type RefundFilter = NonNullable<Parameters<Reading['prisma']['moneyRefund']['findMany']>[0]>['where']

async function paymentsWhere(ctx: Reading, where: PaymentFilter): Promise<OurMovement[]> {
  const rows = await ctx.prisma.payment.findMany({
    where: { AND: [{ source: { not: 'free' } }, where ?? {}] },
    select: { transactionId: true, amountFen: true, paidAt: true, order: { select: { orderNo: true } } },
  })
  return rows.map(({ transactionId, amountFen, paidAt, order }) => {
    const movement = { kind: 'payment' as const, transactionId, refundNo: null, orderNo: order.orderNo }
    return { ...movement, key: movementKey(movement), amountFen, at: paidAt, day: dayOf(paidAt), state: 'made' }
  })
}

/** Whether money went back, by the state of its refund. */
const stateOf: Readonly<Record<MoneyRefundStatus, OurMovement['state']>> = {
  requested: 'none',
  reserved: 'none',
  submitted: 'open',
  succeeded: 'made',
  failed: 'none',
  rejected: 'none',
  abnormal: 'open',
}

async function refundsWhere(ctx: Reading, where: RefundFilter): Promise<OurMovement[]> {
  const rows = await ctx.prisma.moneyRefund.findMany({
    where: where ?? {},
    select: {
      refundNo: true,
      amountFen: true,
      status: true,
      createdAt: true,
      submittedAt: true,
      order: { select: { orderNo: true } },
      payment: { select: { transactionId: true } },
    },
  })
  return rows.map(({ refundNo, amountFen, status, createdAt, submittedAt, order, payment }) => {
    const at = submittedAt ?? createdAt
    const movement = { kind: 'refund' as const, refundNo, transactionId: payment.transactionId, orderNo: order.orderNo }
    const state = stateOf[storedMoneyRefundStatus(status)]
    return { ...movement, key: movementKey(movement), amountFen, at, day: dayOf(at), state }
  })
}

/** Which of these keys stand in other bills of the channel. */
async function readBilled(
  ctx: Reading,
  { billId, channel, keys }: { billId: string; channel: PayChannel; keys: readonly string[] },
): Promise<ReadonlySet<string>> {
  const found = await Promise.all(
    chunks(keys).map((some) =>
      ctx.prisma.billLine.findMany({
        where: { key: { in: some }, billId: { not: billId }, bill: { channel, status: { not: 'waiting' } } },
        select: { key: true },
      }),
    ),
  )
  return new Set(found.flat().map(({ key }) => key))
}
