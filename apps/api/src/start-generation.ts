import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { RequestedGeneration } from '@mozhou/domain/generations/request-generation'
import type { WorkflowGateway } from './workflow-gateway.ts'

/**
 * Starts the workflow of a stored request and answers with its decision. Repeats attach to the same run.
 * @throws AppError with the refusal's code, e.g. CREDITS_INSUFFICIENT
 */
export async function startRequested(
  workflows: WorkflowGateway,
  requested: RequestedGeneration,
): Promise<GenerationStartedDto> {
  const outcome = await workflows.startGeneration(requested)
  if (outcome?.kind === 'refused') throw new AppError(outcome.code, outcome.params)
  return {
    creationId: formatId('creation', requested.creationId),
    generationId: formatId('generation', requested.generationId),
    outcome: outcome === null ? 'queued' : 'accepted',
    priceCredits: requested.priceCredits,
    coveredBy: requested.coveredBy,
  }
}
