import { freeContinuations, generationYields } from '@mozhou/contracts/generations/kinds'
import type { GenerationKind } from '@mozhou/contracts/generations/kinds'
import type { ErrorCode, ErrorParams } from '@mozhou/contracts/errors'
import type { PlanBenefits } from '@mozhou/contracts/memberships/benefits'
import type { Settings } from '../settings.ts'
import { whyNotStorable } from '../stored-caps.ts'
import type { StoredCounts } from '../stored-caps.ts'

export interface RequestCounts extends StoredCounts {
  /** Generations of this user under way. */
  active: number
  /** … and of this creation. */
  active_here: number
  /** Started within 24 hours. */
  today: number
  /** Until the first of those is 24 hours old; null without any. */
  frees_in_seconds: number | null
}

/** What one person may begin at this moment. */
export interface PersonLimits {
  concurrency: number
  /** Null: what is charged is not counted. */
  dailyLimit: number | null
}

/** A member's are those of their own period, whatever is sold now. */
export function limitsOf(
  benefits: PlanBenefits | null,
  { concurrencyLimit }: Pick<Settings, 'concurrencyLimit'>,
): PersonLimits {
  return benefits ?? { concurrency: concurrencyLimit, dailyLimit: null }
}

/** Why a person may not start another generation now, or null. */
export function whyNotRequestable(
  counts: RequestCounts,
  caps: Settings['caps'],
  limits: PersonLimits,
): { code: ErrorCode; params: ErrorParams } | null {
  if (counts.active_here > 0) return { code: 'CREATION_BUSY', params: {} }
  const full = whyNotStorable(counts, caps)
  if (full) return full
  const { concurrency, dailyLimit } = limits
  if (counts.active >= concurrency) return { code: 'CONCURRENCY_LIMIT', params: { limit: concurrency } }
  if (dailyLimit !== null && counts.today >= dailyLimit) {
    const retryAfterSeconds = Math.max(1, counts.frees_in_seconds ?? 1)
    return { code: 'FAIR_USE_LIMIT', params: { limit: dailyLimit, retryAfterSeconds } }
  }
  return null
}

/**
 * Free continuations left after these generations of one creation, oldest first: each paid text grants them anew, and without one,
 * as in a copy, there are none.
 */
export function continuationsLeft(generations: readonly { kind: GenerationKind; isSuccessful: boolean }[]): number {
  let used = freeContinuations
  for (const generation of generations) {
    if (generationYields[generation.kind] === 'offer') continue
    if (generation.kind !== 'continue') used = 0
    else if (generation.isSuccessful) used += 1
  }
  return Math.max(0, freeContinuations - used)
}
