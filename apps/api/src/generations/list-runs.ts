import type { AcknowledgementDto } from '@mozhou/contracts/generations/admin-answers'
import { listAcknowledgements } from '@mozhou/domain/generations/list-acknowledgements'
import type { Context } from '../context.ts'
import type { RunningWorkflowDto } from '../workflow-gateway.ts'

export interface RunDto extends RunningWorkflowDto {
  /** What an operator last noted of it; null while nobody has seen to it. */
  acknowledgement: AcknowledgementDto | null
}

/** What runs, and what ended in need of a person, with what operators noted of it. */
export async function listRuns({ domain, workflows }: Pick<Context, 'domain' | 'workflows'>): Promise<RunDto[]> {
  const runs = await workflows.listRunning()
  const needing = runs.filter(({ needsAttention }) => needsAttention).map(({ workflowId }) => workflowId)
  const acknowledged = await listAcknowledgements(domain, needing)
  return runs.map((run) => ({ ...run, acknowledgement: acknowledged.get(run.workflowId)?.[0] ?? null }))
}
