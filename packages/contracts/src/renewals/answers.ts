import { z } from 'zod'
import { countAnswer, instantAnswer, wordingAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { orderStatuses, payChannels } from '../orders/kinds.ts'
import { renewalEndReasons, renewalObstacles, renewalStatuses } from './kinds.ts'

const renewalAnswer = z.object({
  id: idAnswer('renewal'),
  status: z.enum(renewalStatuses),
  endReason: z.enum(renewalEndReasons).nullable(),
  channel: z.enum(payChannels),
  /** Played, no money moves. */
  isSandbox: z.boolean(),
  plan: z.object({ id: idAnswer('plan'), name: wordingAnswer, months: countAnswer }),
  priceFen: countAnswer,
  textVersion: z.string(),
  /** What is taken next, and when; null when nothing is to be. */
  nextCharge: z.object({ at: instantAnswer, amountFen: countAnswer }).nullable(),
  /** A charge is at the channel at this moment: what is turned off now holds from the next one. */
  isCharging: z.boolean(),
  createdAt: instantAnswer,
  signedAt: instantAnswer.nullable(),
  endedAt: instantAnswer.nullable(),
  charges: z.array(
    z.object({
      orderId: idAnswer('order'),
      amountFen: countAnswer,
      status: z.enum(orderStatuses),
      tries: countAnswer,
      triedAt: instantAnswer.nullable(),
    }),
  ),
})
export type RenewalDto = z.output<typeof renewalAnswer>

const renewalStartAnswer = z.object({
  renewal: renewalAnswer,
  /** Where the person signs it; of use for minutes, asked for anew with the same button. */
  signUrl: z.string(),
})
export type RenewalStartDto = z.output<typeof renewalStartAnswer>

const myRenewalsAnswer = z.object({
  /** The one that is on, or waits to be signed. */
  current: renewalAnswer.nullable(),
  past: z.array(renewalAnswer),
  channels: z.array(z.enum(payChannels)),
  obstacle: z.enum(renewalObstacles).nullable(),
  textVersion: z.string(),
})
export type MyRenewalsDto = z.output<typeof myRenewalsAnswer>
