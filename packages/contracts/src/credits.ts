import { z } from 'zod'
import { locales } from './accounts.ts'
import { idInput } from './ids.ts'
import { pageInput } from './page.ts'
import { textInput } from './text.ts'
import { instantInput } from './time.ts'

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
  /** `from` inclusive, `to` exclusive. */
  from: instantInput.optional(),
  to: instantInput.optional(),
})
export type ListTransactionsInput = z.output<typeof listTransactionsInput>

/** The same filters as the list; `locale` words the file. */
export const transactionsCsvInput = listTransactionsInput
  .omit({ cursor: true, limit: true })
  .extend({ locale: z.enum(locales).default('zh-CN') })
export type TransactionsCsvInput = z.output<typeof transactionsCsvInput>

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

/** How much a person may do, and how much of it is taken. */
export interface AllowanceDto {
  isMember: boolean
  /** Generations under way now, and how many may be. */
  underWay: number
  concurrencyLimit: number
  /** Generations begun within the last 24 hours, and a member's fair-use ceiling; null: no ceiling, each is paid for. */
  lastDay: number
  dailyLimit: number | null
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

/** A refund as operators see it: to whom, of what, and why the text was not written. */
export interface RefundDto extends TransactionDto {
  userId: string
  username: string
  /** `failureCode` of the generation; null when the person stopped it, or it was no generation. */
  failureCode: string | null
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

export interface AuditFinding {
  /** Edge id of the row that is wrong: an entry, a generation, or the user who owns the account. */
  id: string
  /** For an operator who looks into it; numbers, no wording. */
  detail: string
}

export interface LedgerAuditDto {
  ranAt: string
  durationMs: number
  checks: { check: AuditCheck; isPassed: boolean; checked: number; findings: AuditFinding[] }[]
}

/** The newest audit that came to its end, and one that is under way. */
export interface LedgerAuditsDto {
  last: LedgerAuditDto | null
  running: {
    startedAt: string
    checked: number
    /** Rows expected when it began. */
    total: number
    /** Nothing has been heard of it for a minute: no worker is at it. */
    isStalled: boolean
  } | null
}
