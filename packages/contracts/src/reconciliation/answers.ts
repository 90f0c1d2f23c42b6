import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { payChannels } from '../orders/kinds.ts'
import { billKinds, billStatuses, findingKinds, findingResolutions, movementKinds, ownResolutions } from './kinds.ts'

const billDayAnswer = z.object({
  id: idAnswer('channelBill'),
  channel: z.enum(payChannels),
  kind: z.enum(billKinds),
  /** `YYYY-MM-DD` on Shanghai's calendar. */
  day: z.string(),
  status: z.enum(billStatuses),
  /** Hex, of the file that is kept. */
  sha256: z.string().nullable(),
  lineCount: countAnswer,
  /** What came in; in a bill of the flow, what left as transfers. */
  paidFen: countAnswer,
  /** What went back; in a bill of the flow, transfers that came back. */
  refundFen: countAnswer,
  feeFen: countAnswer,
  matched: countAnswer,
  /** Ours that wait for the bill of the next day. */
  rolled: countAnswer,
  findings: countAnswer,
  openFindings: countAnswer,
  /** What is in the way, in the channel's own code. */
  problem: z.string().nullable(),
  triedAt: instantAnswer.nullable(),
  fetchedAt: instantAnswer.nullable(),
  comparedAt: instantAnswer.nullable(),
})
export type BillDayDto = z.output<typeof billDayAnswer>

const findingAnswer = z.object({
  id: idAnswer('billFinding'),
  kind: z.enum(findingKinds),
  movement: z.enum(movementKinds),
  /** Of a transfer: its number. */
  orderNo: z.string(),
  /** Where the order is ours. */
  orderId: idAnswer('order').nullable(),
  /** Where the transfer is ours. */
  withdrawalId: idAnswer('withdrawal').nullable(),
  refundNo: z.string().nullable(),
  transactionId: z.string().nullable(),
  ourFen: countAnswer.nullable(),
  theirFen: countAnswer.nullable(),
  at: instantAnswer,
  resolution: z.enum([...ownResolutions, ...findingResolutions]).nullable(),
  note: z.string().nullable(),
  /** Null where it settled itself. */
  actor: z.string().nullable(),
  resolvedAt: instantAnswer.nullable(),
  possibleResolutions: z.array(z.enum(findingResolutions)),
})
export type FindingDto = z.output<typeof findingAnswer>

const billDetailAnswer = billDayAnswer.extend({ items: z.array(findingAnswer) })
export type BillDetailDto = z.output<typeof billDetailAnswer>

/** What was paid for and is not there, and the other way round, since that instant. */
const creditedAnswer = z.object({
  since: instantAnswer,
  orders: countAnswer,
  withoutEntry: countAnswer,
  withoutPeriod: countAnswer,
  withoutPayment: countAnswer,
  unpaidWithPayment: countAnswer,
  openFindings: countAnswer,
  abnormalOrders: countAnswer,
})
export type CreditedDto = z.output<typeof creditedAnswer>
