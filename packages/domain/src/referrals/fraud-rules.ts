import { fraudRules } from '@mozhou/contracts/referrals/kinds'
import type { FlagSeverity, FraudRule } from '@mozhou/contracts/referrals/kinds'
import { disposableHosts } from './disposable-hosts.ts'

/** What is known of the people of one rebate, and of the money. */
export interface FraudFacts {
  /** Mailboxes without what anybody may put after a plus sign. */
  refereeMailbox: string
  referrerMailbox: string
  /** Orders that were paid with the account that paid this one: of who is above, and of others whom they invited. */
  payerOrdersOfReferrer: number
  payerOtherReferees: number
  /** Browsers in which both somebody above and the invited were signed in. */
  sharedDevices: number
  /** ID numbers that both somebody above and the invited have given for their cash. */
  sharedIdNumbers: number
  /** Registrations by the code on the day on which the invited registered. */
  signupsThatDay: number
  /** Rebates of who is above that came of orders, and what of them went back, in basis points. */
  rebates: number
  refundedBp: number
  /** Whether somebody who is above has signed in from the address that the invited registered from. */
  hasSameAddress: boolean
}

export interface FraudLimits {
  signupsPerDay: number
  refundShareBp: number
}

export interface Flag {
  rule: FraudRule
  severity: FlagSeverity
  facts: Record<string, string | number>
}

/** A share of two or three orders says nothing. */
const leastRebates = 5

/** Every rule that applies. What holds is for `severity` to say; the address alone never does. */
export function fraudFlags(facts: FraudFacts, limits: FraudLimits): Flag[] {
  const host = facts.refereeMailbox.split('@').at(-1) ?? ''
  return [
    ...when(facts.refereeMailbox === facts.referrerMailbox, 'same_person', {}),
    ...when(facts.payerOrdersOfReferrer > 0, 'same_payer_as_referrer', { orders: facts.payerOrdersOfReferrer }),
    ...when(facts.payerOtherReferees > 0, 'same_payer_as_referee', { people: facts.payerOtherReferees }),
    ...when(facts.sharedDevices > 0, 'same_device', { devices: facts.sharedDevices }),
    ...when(facts.sharedIdNumbers > 0, 'same_id_number', {}),
    ...when(facts.signupsThatDay > limits.signupsPerDay, 'many_signups', { signups: facts.signupsThatDay }),
    ...when(facts.rebates >= leastRebates && facts.refundedBp > limits.refundShareBp, 'refund_share', {
      rebates: facts.rebates,
      refundedBp: facts.refundedBp,
    }),
    ...when(disposableHosts.has(host), 'disposable_mail', { host }),
    ...when(facts.hasSameAddress, 'same_address', {}),
  ]
}

function when(applies: boolean, rule: FraudRule, facts: Flag['facts']): Flag[] {
  return applies ? [{ rule, severity: fraudRules[rule], facts }] : []
}
