import type { DomainContext } from '../context.ts'
import { listAudits } from './list-audits.ts'
import { createAudit } from './run-audit.ts'

/**
 * Stores the request, so that it can be watched from now on, and starts it. One that is under way, whoever asked for it, is enough.
 * A request that could not be started is taken back.
 */
export async function requestAudit(
  ctx: Pick<DomainContext, 'prisma' | 'clock' | 'newId'>,
  start: (auditId: string) => Promise<void>,
): Promise<void> {
  const { running } = await listAudits(ctx)
  if (running && !running.isStalled) return
  const id = ctx.newId()
  await createAudit(ctx, id)
  try {
    await start(id)
  } catch (cause) {
    await ctx.prisma.ledgerAudit.deleteMany({ where: { id, step: 0 } })
    throw cause
  }
}
