import { z } from 'zod'
import { idInput, requestKeyInput } from '../ids.ts'
import { operatorPageInput } from '../page.ts'
import { textInput } from '../text.ts'
import { dayRange } from '../time.ts'
import { refundBases, refundQueues } from './kinds.ts'

export const quoteRefundInput = z.object({ orderId: idInput('order') })

/** Confirms a quote: the amount that comes back and the credits that are taken, as they were shown. */
export const requestRefundInput = z.object({
  orderId: idInput('order'),
  amountFen: z.number().int().min(1),
  takenCredits: z.number().int().min(0),
  note: textInput(0, 200).optional(),
  requestKey: requestKeyInput,
})
export type RequestRefundInput = z.output<typeof requestRefundInput>

export const listRefundsInput = operatorPageInput.extend({
  queue: z.enum(refundQueues).optional(),
  /** A number of a refund or of an order, whole; or part of a person's name or address, or their id. */
  search: textInput(0, 100).optional(),
  /** Days on which it was asked for. */
  ...dayRange,
})
export type ListRefundsInput = z.output<typeof listRefundsInput>

export const refundIdInput = z.object({ refundId: idInput('moneyRefund') })

/** No more than what may come back on that basis; less takes back less in the same proportion. */
export const approveRefundInput = z.object({
  refundId: idInput('moneyRefund'),
  amountFen: z.number().int().min(1),
  basis: z.enum(refundBases).default('wish'),
  reason: textInput(2, 200),
})
export type ApproveRefundInput = z.output<typeof approveRefundInput>

export const rejectRefundInput = z.object({ refundId: idInput('moneyRefund'), reason: textInput(2, 200) })
export type RejectRefundInput = z.output<typeof rejectRefundInput>
