import { z } from 'zod'
import { countAnswer, instantAnswer, wordingAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { planBenefits } from '../memberships/benefits.ts'
import { orderAnswer } from './answers.ts'
import {
  abnormalReasons,
  abnormalResolutions,
  noticeVerdicts,
  payChannels,
  paymentSources,
  paymentStatuses,
  startWays,
} from './kinds.ts'

const personAnswer = z.object({ id: idAnswer('user'), username: z.string(), displayName: z.string() })

const orderRowAnswer = orderAnswer.extend({ person: personAnswer })
export type OrderRowDto = z.output<typeof orderRowAnswer>

const paymentAnswer = z.object({
  channel: z.enum(payChannels),
  /** The channel's own number. */
  transactionId: z.string(),
  status: z.enum(paymentStatuses),
  source: z.enum(paymentSources),
  amountFen: countAnswer,
  paidAt: instantAnswer,
})

const noticeAnswer = z.object({
  id: z.string(),
  channel: z.enum(payChannels),
  verdict: z.enum(noticeVerdicts),
  reason: z.string().nullable(),
  orderNo: z.string().nullable(),
  deliveries: countAnswer,
  receivedAt: instantAnswer,
  /** As it came, without what tells who paid. */
  body: z.string(),
})
export type NoticeDto = z.output<typeof noticeAnswer>

const orderDetailAnswer = orderRowAnswer.extend({
  payments: z.array(paymentAnswer),
  starts: z.array(
    z.object({
      channel: z.enum(payChannels),
      way: z.enum(startWays),
      isSandbox: z.boolean(),
      createdAt: instantAnswer,
    }),
  ),
  notices: z.array(noticeAnswer),
  refundNumbers: z.array(z.object({ id: idAnswer('moneyRefund'), refundNo: z.string(), reason: z.string() })),
  resolutions: z.array(
    z.object({
      id: z.string(),
      reason: z.enum(abnormalReasons),
      resolution: z.enum(abnormalResolutions),
      note: z.string(),
      actor: z.string(),
      createdAt: instantAnswer,
    }),
  ),
  /** What the person agreed to, of an order that renewed a membership by itself. */
  consent: z
    .object({
      priceFen: countAnswer,
      months: countAnswer,
      textVersion: z.string(),
      externalNo: z.string(),
      agreementNo: z.string().nullable(),
      agreedAt: instantAnswer,
      tries: countAnswer,
    })
    .nullable(),
  /** What may be done about it now; nothing where it needs nobody. */
  possibleResolutions: z.array(z.enum(abnormalResolutions)),
  queriedAt: instantAnswer.nullable(),
  /** Page of its workflow in the Temporal UI; null when the address is not set. */
  workflowUrl: z.string().nullable(),
})
export type OrderDetailDto = z.output<typeof orderDetailAnswer>

const planRowAnswer = z.object({
  id: idAnswer('plan'),
  key: z.string(),
  name: wordingAnswer,
  months: countAnswer,
  priceFen: countAnswer,
  position: countAnswer,
  isOnSale: z.boolean(),
  benefits: planBenefits,
  version: countAnswer,
  /** Orders of it that were paid. */
  soldCount: countAnswer,
  updatedAt: instantAnswer,
})
export type PlanRowDto = z.output<typeof planRowAnswer>
