import type { LedgerAuditsDto } from '@mozhou/contracts/credits/answers'
import type { DomainContext } from '../context.ts'
import { auditResults, auditState } from './audit-state.ts'

/** A batch takes a fraction of a second, and a dead worker is noticed after 10 s. */
const stalledMs = 60_000

/** What the last whole audit found, and how far a newer one is. Reads two rows. */
export async function listAudits(ctx: Pick<DomainContext, 'prisma' | 'clock'>): Promise<LedgerAuditsDto> {
  const [finished, unfinished] = await Promise.all([
    ctx.prisma.ledgerAudit.findFirst({ where: { finishedAt: { not: null } }, orderBy: { startedAt: 'desc' } }),
    ctx.prisma.ledgerAudit.findFirst({ where: { finishedAt: null }, orderBy: { startedAt: 'desc' } }),
  ])
  const isNewer = unfinished && unfinished.startedAt > (finished?.startedAt ?? new Date(0))
  return {
    last: finished && {
      ranAt: finished.startedAt.toISOString(),
      durationMs: (finished.finishedAt ?? finished.updatedAt).getTime() - finished.startedAt.getTime(),
      checks: auditResults(auditState.parse(finished.state)),
    },
    running: isNewer
      ? {
          startedAt: unfinished.startedAt.toISOString(),
          checked: auditState.parse(unfinished.state).rows,
          total: unfinished.total,
          isStalled: ctx.clock.now().getTime() - unfinished.updatedAt.getTime() > stalledMs,
        }
      : null,
  }
}
