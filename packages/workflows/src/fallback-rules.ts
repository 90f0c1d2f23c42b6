import { failurePolicies, isFailureKind } from '@mozhou/contracts/failures'
import type { FailureKind } from '@mozhou/contracts/failures'
import { ActivityFailure, ApplicationFailure } from '@temporalio/common'
import type { Candidate } from './activities.ts'

/** The vendor's failure kind behind an activity failure; a dead worker or a time-out counts as `unavailable`. */
export function failureKindOf(failure: unknown): FailureKind {
  return vendorKindOf(failure) ?? 'unavailable'
}

/** The vendor answered, if only with a refusal; not a time-out, not a lost worker. */
export function isVendorFailure(failure: unknown): boolean {
  return vendorKindOf(failure) !== null
}

function vendorKindOf(failure: unknown): FailureKind | null {
  const cause = failure instanceof ActivityFailure ? failure.cause : failure
  return cause instanceof ApplicationFailure && isFailureKind(cause.type) ? cause.type : null
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
