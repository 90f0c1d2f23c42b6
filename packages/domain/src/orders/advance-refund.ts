import type { MoneyRefundStatus } from '@mozhou/contracts/orders/kinds'
import { formatId } from '@mozhou/contracts/ids'
import type { RefundState } from '@mozhou/integrations/payments/port'
import type { TxContext } from '../context.ts'
import { notify } from '../notifications/notify.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { storedMoneyRefundStatus, storedOrderKind, storedPayChannel } from '../stored-columns.ts'
import { inTransaction } from '../transaction.ts'
import { channelOf } from './channel-of.ts'
import type { OrdersContext } from './orders-context.ts'

const ended: ReadonlySet<MoneyRefundStatus> = new Set(['succeeded', 'failed', 'rejected', 'abnormal'])

/**
 * One step of a refund: asks the channel for it, or where it stands. Whatever is not known is asked again under the same number.
 * @returns where it stands then; `isOver` when nothing is left to ask.
 */
export async function advanceRefund(
  ctx: OrdersContext,
  { refundId }: { refundId: string },
): Promise<{ status: MoneyRefundStatus; isOver: boolean }> {
  const row = await ctx.prisma.moneyRefund.findUniqueOrThrow({
    where: { id: refundId },
    select: {
      refundNo: true,
      status: true,
      amountFen: true,
      reason: true,
      order: { select: { id: true, orderNo: true } },
      payment: { select: { channel: true, amountFen: true } },
    },
  })
  const status = storedMoneyRefundStatus(row.status)
  if (ended.has(status)) return { status, isOver: true }
  const { refundNo, order, payment } = row
  const channel = channelOf(ctx, storedPayChannel(payment.channel))
  const known = status === 'submitted' ? await channel.queryRefund({ orderNo: order.orderNo, refundNo }) : null
  if (known === null || known.state === 'absent') {
    // Before the call: what it did is unknown if its answer is lost.
    await write(ctx, refundId, 'submitted')
    const asked = await channel.refund({
      orderNo: order.orderNo,
      refundNo,
      refundFen: row.amountFen,
      totalFen: payment.amountFen,
      reason: reasons[row.reason] ?? '退款',
      notifyUrl: null,
    })
    return conclude(ctx, refundId, order.id, asked.state)
  }
  return conclude(ctx, refundId, order.id, known.state)
}

/** What the person reads in the channel's own app. */
const reasons: Readonly<Record<string, string>> = {
  paid_twice: '重复支付退回',
  paid_after_close: '订单已关闭，款项退回',
  amount_mismatch: '付款金额与订单不符，款项退回',
}

const endOf: Readonly<Record<RefundState, MoneyRefundStatus>> = {
  processing: 'submitted',
  absent: 'submitted',
  succeeded: 'succeeded',
  failed: 'failed',
  abnormal: 'abnormal',
}

async function conclude(ctx: OrdersContext, refundId: string, orderId: string, state: RefundState) {
  const status = endOf[state]
  await write(ctx, refundId, status)
  if (status === 'abnormal' || status === 'failed') {
    ctx.log.error({ refundId, orderId, status }, 'a refund needs a person')
    await ctx.prisma.order.update({
      where: { id: orderId },
      data: { abnormalReason: 'refund_abnormal' },
      select: { id: true },
    })
  }
  return { status, isOver: ended.has(status) }
}

async function write(ctx: OrdersContext, refundId: string, status: MoneyRefundStatus): Promise<void> {
  const now = ctx.clock.now()
  const toldId = await inTransaction(ctx, async (tx) => {
    const changed = await tx.prisma.moneyRefund.updateMany({
      where: { id: refundId, status: { notIn: [...ended] } },
      data: {
        status,
        ...(status === 'submitted' ? { submittedAt: now } : {}),
        ...(ended.has(status) ? { endedAt: now } : {}),
      },
    })
    return changed.count > 0 && status === 'succeeded' ? tellRefunded(tx, refundId) : null
  })
  if (toldId !== null) await wakeReaders(ctx, toldId)
}

async function tellRefunded(tx: TxContext, refundId: string): Promise<string> {
  const { amountFen, order } = await tx.prisma.moneyRefund.findUniqueOrThrow({
    where: { id: refundId },
    select: { amountFen: true, order: { select: { id: true, userId: true, kind: true } } },
  })
  const { id, userId, kind } = order
  const params = { orderId: formatId('order', id), orderKind: storedOrderKind(kind), amountFen }
  await notify(tx, { userId, event: { kind: 'order_refunded', params }, key: `order_refunded:${refundId}` })
  return userId
}
