import { expect, it } from 'vitest'
import { needsPerson } from './needs-person.ts'

it.each([
  ['failed', [], true],
  ['succeeded', [], false],
  ['succeeded', ['rate_limited'], false],
  // Another model wrote; this one has no money left at its vendor.
  ['succeeded', ['quota_exhausted'], true],
  ['cancelled', [], false],
] as const)('of a run that is %s after %j an operator has something to see to: %s', (status, kinds, answer) => {
  expect(needsPerson({ status, attempts: kinds.map((failureKind) => ({ failureKind })) })).toBe(answer)
})
