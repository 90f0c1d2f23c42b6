import type { EntryKind, PlatformAccount } from '@mozhou/contracts/credits/kinds'

interface KindRule {
  /** The platform's account on the other side: what the user gains, this account loses. */
  counter: PlatformAccount
  /** Which way the user's balance may move. */
  direction: 'in' | 'out' | 'either'
  /** May leave the user's balance below zero, flagged as a debt. */
  mayLeaveDebt: boolean
}

const moves = (counter: PlatformAccount, direction: KindRule['direction'], mayLeaveDebt = false): KindRule => ({
  counter,
  direction,
  mayLeaveDebt,
})

export const kindRules: Record<EntryKind, KindRule> = {
  recharge: moves('sold', 'in'),
  recharge_bonus: moves('promotion', 'in'),
  consume: moves('consumption', 'out'),
  refund: moves('consumption', 'in'),
  gift_signup: moves('promotion', 'in'),
  gift_campaign: moves('promotion', 'in'),
  gift_referral: moves('promotion', 'in'),
  gift_expired: moves('breakage', 'out'),
  rebate: moves('rebate_payable', 'in'),
  // Held money waits outside of both; when it is paid, it is released from there and paid out in one statement.
  withdrawal_hold: moves('withdrawal_pending', 'out'),
  // What has left has left: a debt that a clawback made meanwhile stands again.
  withdrawal_paid: moves('paid_out', 'out', true),
  withdrawal_released: moves('withdrawal_pending', 'in'),
  withdrawal_tax: moves('tax_withheld', 'out', true),
  // Of both units, so that what is exchanged is no sale, and what it was worth can be proved.
  cash_exchanged: moves('exchange', 'either'),
  /** Of what is left of old times; the others say what they take back. */
  clawback: moves('sold', 'out', true),
  clawback_recharge: moves('sold', 'out', true),
  clawback_bonus: moves('promotion', 'out', true),
  clawback_rebate: moves('rebate_payable', 'out', true),
  adjust: moves('promotion', 'either'),
}

/** Why such an entry is a mistake of the caller, or null when it is none. Whether the balance suffices only the database can say. */
export function whyNotPostable(kind: EntryKind, amount: number): string | null {
  if (!Number.isSafeInteger(amount)) return `${kind}: ${amount} is no whole amount`
  if (amount === 0) return `${kind}: an entry moves something`
  const { direction } = kindRules[kind]
  if (direction === 'in' && amount < 0) return `${kind} only adds, and ${amount} takes`
  if (direction === 'out' && amount > 0) return `${kind} only takes, and ${amount} adds`
  return null
}
