import type { MoneyRefundStatus } from '@mozhou/contracts/orders/kinds'
import type { RefundState } from '@mozhou/integrations/payments/port'
import { storedMoneyRefundStatus, storedPayChannel } from '../stored-columns.ts'
import { channelOf } from '../payment-channels/channel-of.ts'
import { endedStatuses, endRefund } from './end-refund.ts'
import type { OrdersContext } from './orders-context.ts'

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
      kind: true,
      status: true,
      amountFen: true,
      reason: true,
      order: { select: { id: true, orderNo: true } },
      payment: { select: { channel: true, amountFen: true } },
    },
  })
  const status = storedMoneyRefundStatus(row.status)
  if (endedStatuses.has(status)) return { status, isOver: true }
  // What a person asked for is sent only once it is reserved.
  if (row.kind === 'request' && status === 'requested') return { status, isOver: false }
  const { refundNo, order, payment } = row
  const channel = await channelOf(ctx, storedPayChannel(payment.channel))
  const known = status === 'submitted' ? await channel.queryRefund({ orderNo: order.orderNo, refundNo }) : null
  if (known === null || known.state === 'absent') {
    // Before the call: what it did is unknown if its answer is lost.
    await submit(ctx, refundId)
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
  requested: '按申请退款',
}

async function conclude(
  ctx: OrdersContext,
  refundId: string,
  orderId: string,
  state: RefundState,
): Promise<{ status: MoneyRefundStatus; isOver: boolean }> {
  if (state === 'processing' || state === 'absent') return { status: 'submitted', isOver: false }
  if (state !== 'succeeded') ctx.log.error({ refundId, orderId, status: state }, 'a refund needs a person')
  await endRefund(ctx, { refundId, status: state })
  return { status: state, isOver: true }
}

async function submit(ctx: OrdersContext, refundId: string): Promise<void> {
  await ctx.prisma.moneyRefund.updateMany({
    where: { id: refundId, status: { notIn: [...endedStatuses] } },
    data: { status: 'submitted', submittedAt: ctx.clock.now() },
  })
}
