import { expect, it } from 'vitest'
import { failureKinds, failurePolicies, isFailureKind } from './failures.ts'

it('has a policy for every kind', () => {
  expect(Object.keys(failurePolicies).sort()).toEqual([...failureKinds].sort())
  for (const kind of failureKinds) expect(isFailureKind(kind)).toBe(true)
  for (const value of ['toString', 'unknown', '', null]) expect(isFailureKind(value)).toBe(false)
})

/** docs/modules/models.md, "Routing": what a failure means for the same target and for the next model. */
it.each([
  ['rate_limited', true, 'yes'],
  ['unavailable', true, 'yes'],
  ['credentials', false, 'yes'],
  ['quota_exhausted', false, 'yes'],
  ['model_gone', false, 'yes'],
  ['invalid_request', false, 'no'],
  ['context_too_long', false, 'larger'],
  ['content_rejected', false, 'no'],
  ['account_disconnected', false, 'no'],
  ['outcome_unknown', false, 'no'],
] as const)('%s: same target %s, next model %s', (kind, sameTarget, nextModel) => {
  expect(failurePolicies[kind]).toMatchObject({ sameTarget, nextModel })
})

it('does not blame the vendor for what the request did', () => {
  for (const kind of ['invalid_request', 'context_too_long', 'content_rejected'] as const) {
    expect(failurePolicies[kind].countsAgainstCircuit).toBe(false)
  }
})
