import type { OrderDto } from '@mozhou/contracts/orders/answers'
import type { OrderKind } from '@mozhou/contracts/orders/kinds'
import type { Page, PageInput } from '@mozhou/contracts/page'
import type { DomainContext } from '../context.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { orderSelect, toOrderDto } from './order-dto.ts'

/** A person's orders of one kind, newest first. */
export async function listOrders(
  ctx: Pick<DomainContext, 'prisma'>,
  { userId, kind, cursor, limit }: PageInput & { userId: string; kind: OrderKind },
): Promise<Page<OrderDto>> {
  const rows = await ctx.prisma.order.findMany({
    where: { userId, kind, ...afterCursor(cursor) },
    orderBy: newestFirst,
    take: limit + 1,
    select: orderSelect,
  })
  const periods = await ctx.prisma.membershipPeriod.findMany({
    where: { source: 'order', sourceId: { in: rows.map(({ id }) => id) } },
    select: { sourceId: true, startsAt: true, endsAt: true },
  })
  const periodOf = new Map(periods.map((period) => [period.sourceId, period]))
  return toPage(rows, limit, (row) => toOrderDto(row, periodOf.get(row.id) ?? null))
}
