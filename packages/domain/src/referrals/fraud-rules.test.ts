import { expect, it } from 'vitest'
import { fraudFlags } from './fraud-rules.ts'
import type { FraudFacts } from './fraud-rules.ts'

const limits = { signupsPerDay: 20, refundShareBp: 5_000 }
const innocent: FraudFacts = {
  refereeMailbox: 'a@example.com',
  referrerMailbox: 'b@example.com',
  payerOrdersOfReferrer: 0,
  payerOtherReferees: 0,
  sharedDevices: 0,
  sharedIdNumbers: 0,
  signupsThatDay: 20,
  rebates: 4,
  refundedBp: 10_000,
  hasSameAddress: false,
}
const found = (facts: Partial<FraudFacts>) =>
  fraudFlags({ ...innocent, ...facts }, limits).map(({ rule, severity }) => `${rule} ${severity}`)

it.each([
  ['nothing', {}, []],
  ['one mailbox', { referrerMailbox: 'a@example.com' }, ['same_person high']],
  ['the payer of who invited', { payerOrdersOfReferrer: 2 }, ['same_payer_as_referrer high']],
  ['the payer of another who was invited', { payerOtherReferees: 1 }, ['same_payer_as_referee high']],
  ['one ID number', { sharedIdNumbers: 1 }, ['same_id_number high']],
  ['one browser', { sharedDevices: 1 }, ['same_device high']],
  ['more sign-ups than a day has', { signupsThatDay: 21 }, ['many_signups high']],
  ['money that goes back', { rebates: 5, refundedBp: 5_001 }, ['refund_share high']],
  ['half of it going back', { rebates: 50, refundedBp: 5_000 }, []],
  ['a mailbox for ten minutes', { refereeMailbox: 'x@mailinator.com' }, ['disposable_mail low']],
  ['the address alone', { hasSameAddress: true }, ['same_address low']],
] as const)('%s', (_name, facts, flags) => {
  expect(found(facts)).toEqual(flags)
})
