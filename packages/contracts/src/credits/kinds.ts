/** Points and cash never mix: `credits` counts points, `cash` counts fen. */
export const ledgerUnits = ['credits', 'cash'] as const
export type LedgerUnit = (typeof ledgerUnits)[number]

export const entryKinds = [
  'recharge',
  'recharge_bonus',
  'consume',
  'refund',
  'gift_signup',
  'gift_campaign',
  'gift_referral',
  'gift_expired',
  'rebate',
  'withdrawal_hold',
  'withdrawal_paid',
  'withdrawal_released',
  'withdrawal_tax',
  'cash_exchanged',
  'clawback',
  'clawback_recharge',
  'clawback_bonus',
  'clawback_rebate',
  'adjust',
] as const
export type EntryKind = (typeof entryKinds)[number]

/** The platform's counter-accounts: sums over entries, never a cached balance. */
export const platformAccounts = [
  'sold',
  'promotion',
  'consumption',
  'rebate_payable',
  'breakage',
  'withdrawal_pending',
  'paid_out',
  'tax_withheld',
  'exchange',
] as const
export type PlatformAccount = (typeof platformAccounts)[number]

export const auditChecks = [
  'entries_sum_to_zero',
  'balance_equals_entries',
  'chain_intact',
  'failed_generations_refunded',
  'succeeded_generations_charged_once',
  'refund_matches_charge',
  'no_negative_balance',
  'paid_orders_credited',
  'clawbacks_within_orders',
  'refunds_within_payments',
  'expiries_within_gifts',
  'withdrawals_match_ledger',
  'rebates_equal_entries',
] as const
export type AuditCheck = (typeof auditChecks)[number]
