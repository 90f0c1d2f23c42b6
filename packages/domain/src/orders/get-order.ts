import type { OrderDto } from '@mozhou/contracts/orders/answers'
import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { orderSelect, toOrderDto } from './order-dto.ts'

/** @throws AppError ORDER_NOT_FOUND when it is not this person's. */
export async function getOrder(
  ctx: Pick<DomainContext, 'prisma'>,
  { userId, orderId }: { userId: string; orderId: string },
): Promise<OrderDto> {
  const row = await ctx.prisma.order.findFirst({ where: { id: orderId, userId }, select: orderSelect })
  if (!row) throw new AppError('ORDER_NOT_FOUND')
  const period = await ctx.prisma.membershipPeriod.findFirst({
    where: { source: 'order', sourceId: orderId },
    select: { startsAt: true, endsAt: true },
  })
  return toOrderDto(row, period)
}
