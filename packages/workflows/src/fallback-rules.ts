import { failurePolicies, isFailureKind } from '@mozhou/contracts/failures'
import type { FailureKind } from '@mozhou/contracts/failures'
import { ActivityFailure, ApplicationFailure } from '@temporalio/common'
import type { Candidate } from './activities.ts'

/** The vendor's failure kind behind an activity failure; a dead worker or a time-out counts as `unavailable`. */
export function failureKindOf(failure: unknown): FailureKind {
  const cause = failure instanceof ActivityFailure ? failure.cause : failure
  if (cause instanceof ApplicationFailure && isFailureKind(cause.type)) return cause.type
  return 'unavailable'
}

/** Who writes next after `failed` gave up with `kind`; undefined ends the loop. A refusal of content is never carried elsewhere. */
export function nextCandidate(
  candidates: readonly Candidate[],
  failed: Candidate,
  kind: FailureKind,
): Candidate | undefined {
  const rest = candidates.slice(candidates.findIndex((candidate) => candidate.modelId === failed.modelId) + 1)
  const { nextModel } = failurePolicies[kind]
  if (nextModel === 'no') return undefined
  if (nextModel === 'larger') return rest.find((candidate) => candidate.contextTokens > failed.contextTokens)
  return rest[0]
}
