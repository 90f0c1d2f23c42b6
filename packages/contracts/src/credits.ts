import { z } from 'zod'
import { idInput } from './ids.ts'
import { pageInput } from './page.ts'
import { textInput } from './text.ts'

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
  'rebate',
  'withdrawal_hold',
  'withdrawal_paid',
  'withdrawal_released',
  'clawback',
  'adjust',
] as const
export type EntryKind = (typeof entryKinds)[number]

/** The platform's counter-accounts: sums over entries, never a cached balance. */
export const platformAccounts = ['sold', 'promotion', 'consumption', 'rebate_payable', 'breakage'] as const
export type PlatformAccount = (typeof platformAccounts)[number]

export const listTransactionsInput = pageInput.extend({
  unit: z.enum(ledgerUnits).default('credits'),
  kind: z.enum(entryKinds).optional(),
  direction: z.enum(['in', 'out']).optional(),
  /** ISO instants; `from` inclusive, `to` exclusive. */
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
})
export type ListTransactionsInput = z.output<typeof listTransactionsInput>

export const adjustCreditsInput = z.object({
  userId: idInput('user'),
  unit: z.enum(ledgerUnits).default('credits'),
  /** Positive gives, negative takes; never 0, at most one million either way. */
  amount: z
    .number()
    .int()
    .min(-1_000_000)
    .max(1_000_000)
    .refine((amount) => amount !== 0, { message: 'must not be 0', params: { rule: 'not_zero' } }),
  reason: textInput(4, 200),
  requestKey: z.uuid(),
})
export type AdjustCreditsInput = z.output<typeof adjustCreditsInput>

export interface BalanceDto {
  credits: number
  cashFen: number
}

export interface TransactionDto {
  id: string
  kind: EntryKind
  unit: LedgerUnit
  /** Signed from the user's side: credits, or fen for cash. */
  amount: number
  balanceAfter: number
  reason: string | null
  /** What caused it: `generation`, `registration`, `order` …, with the edge id where it has a page. */
  referenceType: string
  referenceId: string
  reversesId: string | null
  createdAt: string
}

export interface VerifyAccountDto {
  isIntact: boolean
  entries: number
  computedBalance: number
  cachedBalance: number
  /** Hash of the newest entry, hex; write it down and compare later. */
  headHash: string | null
  /** First entry whose hash or balance does not follow, if any. */
  firstBadEntryId: string | null
}

export const auditChecks = [
  'entries_sum_to_zero',
  'balance_equals_entries',
  'chain_intact',
  'failed_generations_refunded',
  'succeeded_generations_charged_once',
  'refund_matches_charge',
  'no_negative_balance',
] as const
export type AuditCheck = (typeof auditChecks)[number]

export interface LedgerAuditDto {
  ranAt: string
  durationMs: number
  checks: { check: AuditCheck; isPassed: boolean; checked: number; findings: { id: string; detail: string }[] }[]
}
