import type { SessionDto } from '@mozhou/contracts/accounts/answers'
import { formatId } from '@mozhou/contracts/ids'
import type { DomainContext } from '../context.ts'
import { storedSessionApp } from '../stored-columns.ts'

const shown = 100

/** Open sessions, the last used first. `lastUsedAt` moves when a session refreshes, not with every request. */
export async function listSessions(
  ctx: DomainContext,
  input: { userId: string; currentSessionId: string },
): Promise<SessionDto[]> {
  const rows = await ctx.prisma.session.findMany({
    where: { userId: input.userId, revokedAt: null, expiresAt: { gt: ctx.clock.now() } },
    orderBy: { lastUsedAt: 'desc' },
    take: shown,
    select: { id: true, app: true, userAgent: true, ipAddress: true, createdAt: true, lastUsedAt: true },
  })
  return rows.map((row) => ({
    id: formatId('session', row.id),
    app: storedSessionApp(row.app),
    userAgent: row.userAgent,
    ipAddress: row.ipAddress,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt.toISOString(),
    isCurrent: row.id === input.currentSessionId,
  }))
}
