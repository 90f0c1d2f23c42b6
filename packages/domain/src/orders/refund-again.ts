import { AppError } from '@mozhou/contracts/errors'
import type { RefundState } from '@mozhou/integrations/payments/port'
import { returnOffer } from '../campaigns/order-offers.ts'
import type { TxContext } from '../context.ts'
import { storedPayChannel } from '../stored-columns.ts'
import { stuckRefunds } from './abnormal-rules.ts'
import { channelOf } from '../payment-channels/channel-of.ts'
import { deriveStatus, tellRefunded } from './end-refund.ts'
import type { LockedOrder } from './lock-order.ts'
import type { OrdersContext } from './orders-context.ts'
import { newRefundNo } from './random-letters.ts'
import { readQuote } from './read-quote.ts'
import { giveAgain, takeBack } from './reserve-refund.ts'

/** A refund that is to be made again, and what its channel says of the number it had. */
export interface AskedRefund {
  refundId: string
  state: RefundState
}

/**
 * Asks the channels about the refunds of an order that did not go through, under the numbers they had: what has gone back after all, or may
 * still go, is not sent a second time. Before the transaction that decides. @throws AppError CHANNEL_UNAVAILABLE
 */
export async function askStuckRefunds(ctx: OrdersContext, orderId: string): Promise<AskedRefund[]> {
  const { orderNo, refunds } = await ctx.prisma.order.findUniqueOrThrow({
    where: { id: orderId },
    select: {
      orderNo: true,
      refunds: {
        orderBy: { createdAt: 'asc' },
        select: {
          id: true,
          refundNo: true,
          kind: true,
          status: true,
          paymentId: true,
          payment: { select: { channel: true } },
        },
      },
    },
  })
  const asked: AskedRefund[] = []
  for (const { id: refundId, refundNo, payment } of stuckRefunds(refunds)) {
    const channel = await channelOf(ctx, storedPayChannel(payment.channel))
    try {
      const { state } = await channel.queryRefund({ orderNo, refundNo })
      asked.push({ refundId, state })
    } catch (cause) {
      ctx.log.error(
        { err: cause, orderId, refundNo },
        'a channel could not be asked about a refund that is to be made again',
      )
      throw new AppError('CHANNEL_UNAVAILABLE', { retryAfterSeconds: 5 }, { cause })
    }
  }
  return asked
}

/**
 * What became of each by its old number: done, it is written down; under way, it is asked about again; else the same sum goes back under a
 * new one. Under the locks of order, person and credits. @returns the refunds that are to be carried out.
 */
export async function refundAgain(tx: TxContext, order: LockedOrder, asked: readonly AskedRefund[]): Promise<string[]> {
  const promised: string[] = []
  for (const { refundId, state } of asked) {
    if (state === 'succeeded') await writeDown(tx, order, refundId)
    else promised.push(state === 'processing' ? await askOn(tx, refundId) : await replace(tx, order, refundId))
  }
  return promised
}

async function writeDown(tx: TxContext, order: LockedOrder, refundId: string): Promise<void> {
  await tx.prisma.moneyRefund.update({
    where: { id: refundId },
    data: { status: 'succeeded', endedAt: tx.clock.now() },
    select: { id: true },
  })
  const status = await deriveStatus(tx, order)
  await tellRefunded(tx, order, refundId)
  if (status === 'refunded') await returnOffer(tx, { orderId: order.id })
}

async function askOn(tx: TxContext, refundId: string): Promise<string> {
  await tx.prisma.moneyRefund.update({
    where: { id: refundId },
    data: { status: 'submitted', endedAt: null },
    select: { id: true },
  })
  return refundId
}

/** What was taken for the old one is taken for the new one, so that its failure gives it again. */
async function replace(tx: TxContext, order: LockedOrder, oldId: string): Promise<string> {
  const old = await tx.prisma.moneyRefund.update({ where: { id: oldId }, data: { status: 'failed' } })
  const isRequest = old.kind === 'request'
  if (isRequest) await giveAgain(tx, order, { refundId: oldId, takenPeriod: old.takenPeriod })
  const now = tx.clock.now()
  const id = tx.newId()
  const { orderId, paymentId, kind, amountFen, askedFen, reason, note, decidedById, decidedAt, decisionNote } = old
  const wanted = { orderId, paymentId, kind, amountFen, askedFen, reason, note, decidedById, decidedAt, decisionNote }
  await tx.prisma.moneyRefund.create({
    data: {
      ...wanted,
      id,
      refundNo: newRefundNo(),
      status: isRequest ? 'reserved' : 'requested',
      requestKey: isRequest ? tx.newId() : null,
      createdAt: now,
      reservedAt: isRequest ? now : null,
    },
    select: { id: true },
  })
  if (isRequest) {
    const { lot } = await readQuote(tx, order, { except: id })
    await takeBack(tx, order, { refundId: id, credits: old.takenCredits, bonus: lot?.bonus ?? 0 })
  }
  return id
}
