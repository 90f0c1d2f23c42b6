import { z } from 'zod'
import { wordingAnswer } from '../answers.ts'
import { transactionFields } from '../credits/answers.ts'
import { idAnswer } from '../ids.ts'
import { generationKinds, paidWorkStates } from './kinds.ts'

/** The work that a ledger entry was for, and what was done to it. */
const paidWorkAnswer = z.object({
  creationId: idAnswer('creation'),
  /** Empty before it has one, and after its texts were purged. */
  title: z.string(),
  state: z.enum(paidWorkStates),
  generationKind: z.enum(generationKinds),
  /** What was done in the words of the work's kind; null: those of `generationKind` say it. */
  runTitle: wordingAnswer.nullable(),
})
export type PaidWorkDto = z.output<typeof paidWorkAnswer>

/** An entry as its list shows it: with the work that it was for, or the order that it came from; gifts and adjustments have neither. */
export const ledgerRowAnswer = z
  .object({ ...transactionFields, work: paidWorkAnswer.nullable(), orderId: idAnswer('order').nullable() })
  .meta({ id: 'Transaction' })
export type LedgerRowDto = z.output<typeof ledgerRowAnswer>

/** A refund as operators see it: to whom, of what, and why the text was not written. */
const refundAnswer = z.object({
  ...transactionFields,
  work: paidWorkAnswer.nullable(),
  userId: idAnswer('user'),
  username: z.string(),
  /** `failureCode` of the generation; null when the person stopped it, or it was no generation. */
  failureCode: z.string().nullable(),
})
export type RefundDto = z.output<typeof refundAnswer>
