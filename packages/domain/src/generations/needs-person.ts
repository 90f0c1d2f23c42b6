import { failurePolicies, isFailureKind } from '@mozhou/contracts/failures'
import type { GenerationStatus } from '@mozhou/contracts/generations/kinds'

interface EndedRun {
  status: GenerationStatus
  attempts: readonly { failureKind: string | null }[]
}

/** Whether an operator has something to see to: it failed, or a model on its way is one that somebody has to look at. */
export function needsPerson({ status, attempts }: EndedRun): boolean {
  return status === 'failed' || attempts.some(({ failureKind }) => alertsOperator(failureKind))
}

function alertsOperator(failureKind: string | null): boolean {
  return failureKind !== null && isFailureKind(failureKind) && failurePolicies[failureKind].alertsOperator
}
