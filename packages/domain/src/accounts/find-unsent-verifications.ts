import type { DomainContext } from '../context.ts'

const most = 500

/** Ids of verifications that still wait for their mail, for the sweep: whoever opened them did not reach Temporal. */
export async function findUnsentVerifications(ctx: DomainContext, input: { olderThanMs: number }): Promise<string[]> {
  const now = ctx.clock.now()
  const rows = await ctx.prisma.emailVerification.findMany({
    where: {
      sentAt: null,
      usedAt: null,
      createdAt: { lt: new Date(now.getTime() - input.olderThanMs) },
      expiresAt: { gt: now },
    },
    orderBy: { createdAt: 'asc' },
    take: most,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
