import type { DomainContext } from '../context.ts'

const most = 500

/** Ids of requests for a new password that nobody has looked at, for the sweep: whoever took them down did not reach Temporal. */
export async function findUnhandledResets(ctx: DomainContext, input: { olderThanMs: number }): Promise<string[]> {
  const now = ctx.clock.now()
  const rows = await ctx.prisma.passwordReset.findMany({
    where: { handledAt: null, createdAt: { lt: new Date(now.getTime() - input.olderThanMs) }, expiresAt: { gt: now } },
    orderBy: { createdAt: 'asc' },
    take: most,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
