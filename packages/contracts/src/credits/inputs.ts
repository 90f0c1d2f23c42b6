import { z } from 'zod'
import { locales } from '../accounts/locales.ts'
import { idInput } from '../ids.ts'
import { operatorPageInput, pageInput } from '../page.ts'
import { textInput } from '../text.ts'
import { dayRange, endInput, instantInput } from '../time.ts'
import { entryKinds, ledgerUnits } from './kinds.ts'

export const listTransactionsInput = pageInput.extend({
  unit: z.enum(ledgerUnits).default('credits'),
  kind: z.enum(entryKinds).optional(),
  direction: z.enum(['in', 'out']).optional(),
  /** `from` inclusive, `to` exclusive. */
  from: instantInput.optional(),
  to: endInput.optional(),
})
export type ListTransactionsInput = z.output<typeof listTransactionsInput>

/** Somebody's ledger, as operators read it. */
export const userTransactionsInput = listTransactionsInput.extend({ userId: idInput('user') })

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

/** Credits that went back, of everybody. */
export const creditRefundsInput = operatorPageInput.extend({
  /** Part of a person's name or address, or their id. */
  search: textInput(0, 100).optional(),
  ...dayRange,
})
export type CreditRefundsInput = z.output<typeof creditRefundsInput>
