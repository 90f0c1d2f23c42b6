import { channelOf } from '../../payment-channels/channel-of.ts'
import type { OrdersContext } from '../orders-context.ts'
import { syncOrder } from '../sync-order.ts'
import { storedPayChannel } from '../../stored-columns.ts'
import { concludeTry } from './charge-renewal.ts'

/** A call under way is over by then, and the channel has made up its mind. */
const settledMs = 120_000

/**
 * Whether the charge under way was made. One that the channel does not know minutes later was not; the same number is tried again.
 * @returns whether it is known now
 */
export async function askCharge(
  ctx: OrdersContext,
  { chargeId, orderId, triedAt }: { chargeId: string; orderId: string; triedAt: Date },
): Promise<boolean> {
  if ((await syncOrder(ctx, { orderId })) !== 'pending') return true
  if (ctx.clock.now().getTime() - triedAt.getTime() < settledMs) return false
  const { orderNo, starts } = await ctx.prisma.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { orderNo: true, starts: { select: { channel: true }, take: 1 } },
  })
  const [start] = starts
  if (!start) throw new Error(`the order ${orderId} of a renewal has no channel`)
  const channel = await channelOf(ctx, storedPayChannel(start.channel))
  const { state } = await channel.query(orderNo)
  if (state !== 'absent' && state !== 'closed') return false
  await concludeTry(ctx, { chargeId, outcome: 'refused', refusal: 'not_found' })
  return true
}
