import { failureKinds, failurePolicies } from '@mozhou/contracts/failures'
import { VendorError } from '@mozhou/contracts/vendor-error'
import { expect, it } from 'vitest'
import { AttemptFailure, AttemptSuperseded, toAttemptFailure } from './attempt-failure.ts'

it.each(failureKinds)('translates the vendor’s %s with what it says about trying again', (kind) => {
  const cause = new VendorError(kind, {
    vendor: 'qwen',
    vendorCode: 'limit_requests',
    vendorRequestId: 'req-1',
    retryAfterMs: 1_500,
  })
  expect(toAttemptFailure(cause)).toMatchObject({
    kind,
    vendorCode: 'limit_requests',
    vendorRequestId: 'req-1',
    retryAfterMs: 1_500,
    mayRetrySame: failurePolicies[kind].sameTarget,
    cause,
  })
})

it('leaves out what the vendor did not say', () => {
  expect(toAttemptFailure(new VendorError('unavailable', { vendor: 'qwen' }))).toMatchObject({
    vendorCode: null,
    vendorRequestId: null,
    retryAfterMs: null,
  })
})

it('keeps an open circuit from being asked again at once', () => {
  const failure = new AttemptFailure('unavailable', { vendorCode: 'circuit_open', mayRetrySame: false })
  expect(failure.mayRetrySame).toBe(false)
  expect(toAttemptFailure(failure)).toBe(failure)
})

it('does not take faults of ours, or strangers’ errors, for the vendor’s', () => {
  const impostor = Object.assign(new Error('no'), { kind: 'toString' })
  const lookalike = Object.assign(new Error('no'), { kind: 'unavailable', details: { vendor: 'qwen' } })
  for (const error of [
    new Error('boom'),
    new AttemptSuperseded(),
    impostor,
    lookalike,
    { kind: 'unavailable' },
    null,
    undefined,
  ]) {
    expect(toAttemptFailure(error)).toBeNull()
  }
})
