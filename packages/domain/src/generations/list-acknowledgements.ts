import type { AcknowledgementDto } from '@mozhou/contracts/generations/admin-answers'
import type { DomainContext } from '../context.ts'
import { acknowledgementSelect, toAcknowledgement } from './acknowledge-run.ts'

/** What operators noted of these runs, by workflow, the newest first. */
export async function listAcknowledgements(
  ctx: Pick<DomainContext, 'prisma'>,
  workflowIds: readonly string[],
): Promise<ReadonlyMap<string, AcknowledgementDto[]>> {
  const rows = await ctx.prisma.runAcknowledgement.findMany({
    where: { workflowId: { in: [...workflowIds] } },
    orderBy: { createdAt: 'desc' },
    select: { ...acknowledgementSelect, workflowId: true },
  })
  const byRun = new Map<string, AcknowledgementDto[]>()
  for (const { workflowId, ...row } of rows)
    byRun.set(workflowId, [...(byRun.get(workflowId) ?? []), toAcknowledgement(row)])
  return byRun
}
