import type { RefundQuoteDto } from '@mozhou/contracts/refunds/answers'
import type { RefundBasis, RefundRefusal } from '@mozhou/contracts/refunds/kinds'
import { fenPerCredit } from '@mozhou/contracts/orders/prices'
import type { TxContext } from '../context.ts'
import { readOrderLot } from '../credits/order-lot.ts'
import type { OrderLot } from '../credits/order-lot.ts'
import type { LockedOrder } from './lock-order.ts'
import { daysOf, refundableMembership, refundableRecharge, waitsFor } from './refund-rules.ts'
import type { PaidOrder, UsedPeriod } from './refund-rules.ts'

/** What may come back of an order at this moment, with what has to be known to do it. */
export interface Quote {
  dto: RefundQuoteDto
  /** By the basis on which it is asked. */
  refundableFen: Readonly<Record<RefundBasis, number>>
  /** Null where no payment was accepted. */
  paymentId: string | null
  lot: OrderLot | null
}

type QuotedOrder = Pick<LockedOrder, 'id' | 'userId' | 'kind' | 'paidAt'>

/**
 * Reads what may come back. Decided by only under the locks of order, person and credits. `except` is the refund that is being decided.
 */
export async function readQuote(
  ctx: Pick<TxContext, 'prisma' | 'clock'>,
  order: QuotedOrder,
  { except }: { except?: string } = {},
): Promise<Quote> {
  const payment = await ctx.prisma.payment.findFirst({
    where: { orderId: order.id, status: 'accepted' },
    select: {
      id: true,
      amountFen: true,
      refunds: { where: { id: { not: except } }, select: { status: true, amountFen: true } },
    },
  })
  if (payment === null || order.paidAt === null) return unpaid
  const refunds = payment.refunds
  const sumOf = (some: typeof refunds) => some.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const paid: PaidOrder = {
    paidFen: payment.amountFen,
    refundedFen: sumOf(refunds.filter(({ status }) => status === 'succeeded')),
    paidAt: order.paidAt,
  }
  const reading =
    order.kind === 'recharge' ? await readRecharge(ctx, order, paid) : await readMembership(ctx, order, paid)
  const isInFlight = refunds.some(({ status }) => inFlight.has(status))
  return toQuote(reading, { paid, paymentId: payment.id, isInFlight })
}

const inFlight: ReadonlySet<string> = new Set(['requested', 'reserved', 'submitted', 'abnormal'])

interface Reading extends Pick<RefundQuoteDto, 'takenCredits' | 'waitsFor' | 'credits' | 'period'> {
  refundableFen: Quote['refundableFen']
  lot: OrderLot | null
}

function toQuote(
  { refundableFen, lot, ...reading }: Reading,
  { paid, paymentId, isInFlight }: { paid: PaidOrder; paymentId: string; isInFlight: boolean },
): Quote {
  const amountFen = refundableFen.wish
  const refusal: RefundRefusal | null = isInFlight ? 'in_flight' : amountFen === 0 ? 'nothing_left' : null
  const { paidFen, refundedFen } = paid
  return { dto: { amountFen, refusal, paidFen, refundedFen, ...reading }, refundableFen, paymentId, lot }
}

async function readRecharge(
  ctx: Pick<TxContext, 'prisma' | 'clock'>,
  { id: orderId, userId }: QuotedOrder,
  paid: PaidOrder,
): Promise<Reading> {
  const lot = (await readOrderLot(ctx, { userId, orderId })) ?? noLot
  const { given, used, unused } = lot
  return {
    refundableFen: { wish: refundableRecharge(paid, lot, 'wish'), fault: refundableRecharge(paid, lot, 'fault') },
    lot,
    takenCredits: unused,
    waitsFor: waitsFor(paid, used > 0, ctx.clock.now()),
    credits: { given, used, usedFen: used * fenPerCredit },
    period: null,
  }
}

async function readMembership(
  ctx: Pick<TxContext, 'prisma' | 'clock'>,
  order: QuotedOrder,
  paid: PaidOrder,
): Promise<Reading> {
  const now = ctx.clock.now()
  const period = await readPeriodUse(ctx, order)
  const refundable = refundableMembership(paid, period, now)
  return {
    refundableFen: { wish: refundable, fault: refundable },
    lot: null,
    takenCredits: 0,
    waitsFor: waitsFor(paid, period?.isUsed ?? true, now),
    credits: null,
    period: period && {
      ...daysOf(period, now),
      endsAt: period.endsAt.toISOString(),
      monthFen: period.monthFen ?? null,
    },
  }
}

async function readPeriodUse(ctx: Pick<TxContext, 'prisma'>, { id, userId }: QuotedOrder): Promise<UsedPeriod | null> {
  const period = await ctx.prisma.membershipPeriod.findFirst({
    where: { userId, source: 'order', sourceId: id },
    select: { startsAt: true, endsAt: true },
  })
  if (period === null) return null
  const covered = await ctx.prisma.generation.findFirst({
    where: {
      userId,
      coveredBy: 'membership',
      status: { notIn: ['refused', 'failed'] },
      createdAt: { gte: period.startsAt, lt: period.endsAt },
    },
    select: { id: true },
  })
  const { refundMonthFen: monthFen } = await ctx.prisma.order.findUniqueOrThrow({
    where: { id },
    select: { refundMonthFen: true },
  })
  return { ...period, isUsed: covered !== null, monthFen }
}

const noLot: OrderLot = { paid: 0, bonus: 0, given: 0, unused: 0, used: 0 }

const unpaid: Quote = {
  dto: {
    amountFen: 0,
    takenCredits: 0,
    refusal: 'not_paid',
    waitsFor: null,
    paidFen: 0,
    refundedFen: 0,
    credits: null,
    period: null,
  },
  refundableFen: { wish: 0, fault: 0 },
  paymentId: null,
  lot: null,
}
