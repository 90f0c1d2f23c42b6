import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { auditChecks, entryKinds, ledgerUnits } from './kinds.ts'

export const balanceAnswer = z.object({ credits: countAnswer, cashFen: countAnswer }).meta({ id: 'Balance' })
export type BalanceDto = z.output<typeof balanceAnswer>

/** What lapses at an instant of what a person has. */
const expiringCreditsAnswer = z.object({ expiresAt: instantAnswer, credits: countAnswer })
export type ExpiringCreditsDto = z.output<typeof expiringCreditsAnswer>

/** How much a person may do, and how much of it is taken. */
const allowanceAnswer = z.object({
  isMember: z.boolean(),
  /** Generations under way now, and how many may be. */
  underWay: countAnswer,
  concurrencyLimit: countAnswer,
  /** Generations begun within the last 24 hours, and a member's fair-use ceiling; null: no ceiling, each is paid for. */
  lastDay: countAnswer,
  dailyLimit: countAnswer.nullable(),
})
export type AllowanceDto = z.output<typeof allowanceAnswer>

export const transactionFields = {
  id: idAnswer('entry'),
  kind: z.enum(entryKinds),
  unit: z.enum(ledgerUnits),
  /** Signed from the user's side: credits, or fen for cash. */
  amount: countAnswer,
  balanceAfter: countAnswer,
  reason: z.string().nullable(),
  /** What caused it: `generation`, `registration`, `order` …, with the edge id where it has a page. */
  referenceType: z.string(),
  referenceId: z.string(),
  reversesId: z.string().nullable(),
  createdAt: instantAnswer,
}
const transactionAnswer = z.object(transactionFields)
export type TransactionDto = z.output<typeof transactionAnswer>

const verifyAccountAnswer = z.object({
  isIntact: z.boolean(),
  entries: countAnswer,
  computedBalance: countAnswer,
  cachedBalance: countAnswer,
  /** Hash of the newest entry, hex; write it down and compare later. */
  headHash: z.string().nullable(),
  /** First entry whose hash or balance does not follow, if any. */
  firstBadEntryId: z.string().nullable(),
})
export type VerifyAccountDto = z.output<typeof verifyAccountAnswer>

const auditFindingAnswer = z.object({
  /** Edge id of the row that is wrong: an entry, a generation, or the user who owns the account. */
  id: z.string(),
  /** For an operator who looks into it; numbers, no wording. */
  detail: z.string(),
})
export type AuditFinding = z.output<typeof auditFindingAnswer>

const ledgerAuditAnswer = z.object({
  ranAt: instantAnswer,
  durationMs: countAnswer,
  checks: z.array(
    z.object({
      check: z.enum(auditChecks),
      isPassed: z.boolean(),
      checked: countAnswer,
      findings: z.array(auditFindingAnswer),
    }),
  ),
})
export type LedgerAuditDto = z.output<typeof ledgerAuditAnswer>

/** The newest audit that came to its end, and one that is under way. */
const ledgerAuditsAnswer = z.object({
  last: ledgerAuditAnswer.nullable(),
  running: z
    .object({
      startedAt: instantAnswer,
      checked: countAnswer,
      /** Rows expected when it began. */
      total: countAnswer,
      /** Nothing has been heard of it for a minute: no worker is at it. */
      isStalled: z.boolean(),
    })
    .nullable(),
})
export type LedgerAuditsDto = z.output<typeof ledgerAuditsAnswer>
