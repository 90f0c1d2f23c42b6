import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { overviewParts } from './kinds.ts'

/** Today so far against the same hours, in Shanghai, of yesterday and of the same weekday last week. */
const sameHoursAnswer = z.object({ today: countAnswer, yesterday: countAnswer, lastWeek: countAnswer })
export type SameHours = z.output<typeof sameHoursAnswer>

const comparedAnswer = sameHoursAnswer.extend({ asOf: instantAnswer })
/** A count, or an amount in fen. */
export type ComparedDto = z.output<typeof comparedAnswer>

const comparedGenerationsAnswer = z.object({ started: sameHoursAnswer, failed: sameHoursAnswer, asOf: instantAnswer })
export type ComparedGenerationsDto = z.output<typeof comparedGenerationsAnswer>

/** How many wait, and since when the one that has waited longest. */
const waitingAnswer = z.object({ count: countAnswer, oldestAt: instantAnswer.nullable() })
export type WaitingDto = z.output<typeof waitingAnswer>

const refundsWaitingAnswer = z.object({
  /** For finance to decide. */
  toDecide: waitingAnswer,
  /** Stuck at the channel, or failed there. */
  toLookAt: waitingAnswer,
})
export type RefundsWaitingDto = z.output<typeof refundsWaitingAnswer>

const supportWaitingAnswer = waitingAnswer.extend({ untaken: countAnswer })
export type SupportWaitingDto = z.output<typeof supportWaitingAnswer>

const failingModelAnswer = z.object({
  modelId: idAnswer('model'),
  alias: z.string(),
  calls: countAnswer,
  errors: countAnswer,
  isOpen: z.boolean(),
})

const failingModelsAnswer = z.object({
  /** Calls of the last hour, whichever model. */
  calls: countAnswer,
  errors: countAnswer,
  failing: z.array(failingModelAnswer),
  /** False while Redis, where circuits stand, is away. */
  areCircuitsKnown: z.boolean(),
})
export type FailingModelsDto = z.output<typeof failingModelsAnswer>

const queueAgesAnswer = z.object({
  /** Asked for, and no worker has begun it. */
  generations: waitingAnswer,
  /** Stored and not applied. */
  notices: waitingAnswer,
  /** Sent to the channel, its answer not known. */
  refunds: waitingAnswer,
  /** Written and not sent: notifications, confirmations of addresses, links to a new password. */
  mails: waitingAnswer,
})
export type QueueAgesDto = z.output<typeof queueAgesAnswer>

/** `unwatched`: nobody told the API where to ask. */
const partAnswer = z.object({
  part: z.enum(overviewParts),
  state: z.enum(['ok', 'away', 'unwatched']),
  ms: countAnswer.nullable(),
})
export type PartDto = z.output<typeof partAnswer>
