import type { AcknowledgementDto } from '@mozhou/contracts/generations/admin-answers'
import { listAcknowledgements } from '@mozhou/domain/generations/list-acknowledgements'
import type { Context } from '../context.ts'
import type { RunningWorkflowDto } from '../workflow-gateway.ts'

export interface RunDto extends RunningWorkflowDto {
  /** What an operator last noted since it began; null while nobody has seen to it. */
  acknowledgement: AcknowledgementDto | null
}

/** What runs, and what ended in need of a person, with what operators noted of it. */
export async function listRuns({ domain, workflows }: Pick<Context, 'domain' | 'workflows'>): Promise<RunDto[]> {
  const runs = await workflows.listRunning()
  const needing = runs.filter(({ needsAttention }) => needsAttention).map(({ workflowId }) => workflowId)
  const acknowledged = await listAcknowledgements(domain, needing)
  return runs.map((run) => ({ ...run, acknowledgement: lastNoteOf(run, acknowledged.get(run.workflowId)) }))
}

/** A day's bill, or a refund, is worked on again under the same id: what was noted before this run began says nothing of it. */
function lastNoteOf(
  { startedAt }: Pick<RunningWorkflowDto, 'startedAt'>,
  [last]: readonly AcknowledgementDto[] = [],
): AcknowledgementDto | null {
  return last !== undefined && Date.parse(last.createdAt) >= Date.parse(startedAt) ? last : null
}
