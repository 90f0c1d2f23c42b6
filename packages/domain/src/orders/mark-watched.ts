import type { DomainContext } from '../context.ts'

/** Its workflow is there, so that the sweep need not look after it until its time is over. */
export async function markWatched(
  ctx: Pick<DomainContext, 'prisma' | 'clock'>,
  { orderId }: { orderId: string },
): Promise<void> {
  await ctx.prisma.order.updateMany({ where: { id: orderId, watchedAt: null }, data: { watchedAt: ctx.clock.now() } })
}
