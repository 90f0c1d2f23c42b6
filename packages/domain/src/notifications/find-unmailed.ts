import type { DomainContext } from '../context.ts'

const most = 500
/** What could not be mailed for a day is news to nobody; it stands in the app. */
const wantedMs = 86_400_000

/** Ids of notifications whose mail waits, for the sweep. */
export async function findUnmailed(ctx: Pick<DomainContext, 'prisma' | 'clock'>): Promise<string[]> {
  const rows = await ctx.prisma.notification.findMany({
    where: { mailStatus: 'queued', createdAt: { gt: new Date(ctx.clock.now().getTime() - wantedMs) } },
    orderBy: { createdAt: 'asc' },
    take: most,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
