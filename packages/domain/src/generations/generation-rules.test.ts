import { freeContinuations } from '@mozhou/contracts/generations/kinds'
import { describe, expect, it } from 'vitest'
import { standardBenefits } from '../testing/standard-benefits.ts'
import { continuationsLeft, limitsOf, whyNotRequestable } from './generation-rules.ts'
import type { RequestCounts } from './generation-rules.ts'

const caps = { creations: 10, versionsPerCreation: 3, storedTextMegabytes: 2 }
const nothingStored = { creations: 0, versions: null, text_bytes: 0n }
const why = (counts: Partial<RequestCounts>, isMember = false) =>
  whyNotRequestable(
    { active: 0, active_here: 0, today: 0, frees_in_seconds: 600, ...nothingStored, ...counts },
    caps,
    limitsOf(isMember ? standardBenefits : null, { concurrencyLimit: 2 }),
  )

describe('whyNotRequestable', () => {
  it('lets a person with nothing under way', () => {
    expect(why({})).toBeNull()
    expect(why({ active: 1, today: 10_000 })).toBeNull()
  })

  it('waits for the creation first, whatever else is wrong', () => {
    expect(why({ active: 9, active_here: 1, today: 9_999 }, true)).toEqual({ code: 'CREATION_BUSY', params: {} })
  })

  it.each([
    [false, 1, null],
    [false, 2, { code: 'CONCURRENCY_LIMIT', params: { limit: 2 } }],
    [true, 4, null],
    [true, 5, { code: 'CONCURRENCY_LIMIT', params: { limit: 5 } }],
  ])('for a member (%s) with %i under way: %j', (isMember, active, refusal) => {
    expect(why({ active }, isMember)).toEqual(refusal)
  })

  it.each([
    [{ creations: 9 }, null],
    [{ creations: 10 }, { code: 'CREATIONS_LIMIT', params: { limit: 10 } }],
    [{ creations: null, versions: 2 }, null],
    [
      { creations: null, versions: 3 },
      { code: 'VERSIONS_LIMIT', params: { limit: 3 } },
    ],
    [{ text_bytes: 1_999_999n }, null],
    [{ text_bytes: 2_000_000n }, { code: 'STORED_TEXT_LIMIT', params: { limit: 2 } }],
    [
      { creations: 10, active: 2 },
      { code: 'CREATIONS_LIMIT', params: { limit: 10 } },
    ],
  ])('names the limit of what is stored: %o', (counts, refusal) => {
    expect(why(counts)).toEqual(refusal)
  })

  it('holds members alone to their daily limit', () => {
    expect(why({ today: 499 }, true)).toBeNull()
    const params = { limit: 500, retryAfterSeconds: 600 }
    expect(why({ today: 500 }, true)).toEqual({ code: 'FAIR_USE_LIMIT', params })
    expect(why({ today: 500 })).toBeNull()
  })
})

describe('continuationsLeft', () => {
  const paid = { kind: 'generate' as const, isSuccessful: true }
  const more = { kind: 'continue' as const, isSuccessful: true }
  const failed = { kind: 'continue' as const, isSuccessful: false }

  it('counts those that succeeded', () => {
    expect(continuationsLeft([paid])).toBe(freeContinuations)
    expect(continuationsLeft([paid, more, failed, more])).toBe(freeContinuations - 2)
  })

  it('never falls below none', () => {
    const history = [paid, ...Array.from({ length: freeContinuations + 3 }, () => more)]
    expect(continuationsLeft(history)).toBe(0)
  })

  it.each(['regenerate', 'optimise'] as const)('begins anew with a paid %s', (kind) => {
    expect(continuationsLeft([paid, more, more, { kind, isSuccessful: true }, more])).toBe(freeContinuations - 1)
  })
})
