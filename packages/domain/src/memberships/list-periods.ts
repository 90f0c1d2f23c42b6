import type { PeriodDto } from '@mozhou/contracts/memberships/admin-answers'
import { formatId } from '@mozhou/contracts/ids'
import type { Page, PageInput } from '@mozhou/contracts/page'
import type { DomainContext } from '../context.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'
import { storedPeriodSource } from '../stored-columns.ts'
import { storedBenefits } from './stored-benefits.ts'

/** Every period that somebody had, has or will have; what was bought last comes first. */
export async function listPeriods(
  ctx: Pick<DomainContext, 'prisma'>,
  { userId, cursor, limit }: PageInput & { userId: string },
): Promise<Page<PeriodDto>> {
  const rows = await ctx.prisma.membershipPeriod.findMany({
    where: { userId, ...afterCursor(cursor) },
    orderBy: newestFirst,
    take: limit + 1,
    select: { id: true, startsAt: true, endsAt: true, source: true, sourceId: true, benefits: true, createdAt: true },
  })
  return toPage(rows, limit, (row) => ({
    id: row.id,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    source: storedPeriodSource(row.source),
    orderId: row.source === 'order' ? formatId('order', row.sourceId) : null,
    benefits: storedBenefits(row.benefits),
    createdAt: row.createdAt.toISOString(),
  }))
}
