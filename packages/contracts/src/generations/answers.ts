import { z } from 'zod'
import { countAnswer, instantAnswer, wordingAnswer } from '../answers.ts'
import { entryKinds } from '../credits/kinds.ts'
import { failureKinds } from '../failures.ts'
import { idAnswer } from '../ids.ts'
import { imageCallStates } from '../models/image-kinds.ts'
import { attemptOutcomes } from '../models/kinds.ts'
import { vendorKeys } from '../models/vendor-keys.ts'
import { errorCodeAnswer } from '../requests/answers.ts'
import { coverages, generationKinds, generationStatuses } from './kinds.ts'

/** Answer to whatever asks for a generation. */
export const generationStartedAnswer = z
  .object({
    creationId: idAnswer('creation'),
    generationId: idAnswer('generation'),
    /** `queued`: stored, and started by the sweep if nobody else does; watch its progress. */
    outcome: z.enum(['accepted', 'queued']),
    priceCredits: countAnswer,
    coveredBy: z.enum(coverages),
  })
  .meta({ id: 'GenerationStarted' })
export type GenerationStartedDto = z.output<typeof generationStartedAnswer>

export const generationAnswer = z
  .object({
    id: idAnswer('generation'),
    creationId: idAnswer('creation'),
    ordinal: countAnswer,
    kind: z.enum(generationKinds),
    status: z.enum(generationStatuses),
    coveredBy: z.enum(coverages),
    priceCredits: countAnswer,
    refundedCredits: countAnswer,
    failure: errorCodeAnswer.nullable(),
    isStopRequested: z.boolean(),
    model: z.string().nullable(),
    createdAt: instantAnswer,
    finishedAt: instantAnswer.nullable(),
  })
  .meta({ id: 'Generation' })
export type GenerationDto = z.output<typeof generationAnswer>

export const attemptFields = {
  model: z.string(),
  vendor: z.enum(vendorKeys),
  isSandbox: z.boolean(),
  attempt: countAnswer,
  outcome: z.enum(attemptOutcomes),
  failureKind: z.enum(failureKinds).nullable(),
  inputTokens: countAnswer,
  outputTokens: countAnswer,
  isEstimated: z.boolean(),
  firstTokenMs: countAnswer.nullable(),
  latencyMs: countAnswer,
  createdAt: instantAnswer,
}
const attemptAnswer = z.object(attemptFields).meta({ id: 'Attempt' })
export type AttemptDto = z.output<typeof attemptAnswer>

/** A model whose text was shown, and given up for another model's. */
export const replacedTextAnswer = z.object({
  model: z.string(),
  failureKind: z.enum(failureKinds).nullable(),
})
export type ReplacedTextDto = z.output<typeof replacedTextAnswer>

/** An entry of the ledger that a generation was charged or given back by. */
export const receiptEntryAnswer = z.object({
  id: idAnswer('entry'),
  kind: z.enum(entryKinds),
  amount: countAnswer,
  balanceAfter: countAnswer,
  createdAt: instantAnswer,
})

/** Of a run that is paid for by the piece: what came of it, and what vendors were asked for. */
export const deliveryAnswer = z
  .object({
    /** What the run did, by its own name. */
    title: wordingAnswer,
    asked: countAnswer,
    delivered: countAnswer,
    /** Of what was delivered and is still there. */
    fileIds: z.array(idAnswer('file')),
    calls: z.array(
      z.object({
        model: z.string(),
        state: z.enum(imageCallStates),
        /** The vendor's own number of its task. */
        taskId: z.string().nullable(),
        sentAt: instantAnswer,
      }),
    ),
  })
  .meta({ id: 'Delivery' })
export type DeliveryDto = z.output<typeof deliveryAnswer>

export const receiptAnswer = z
  .object({
    creationId: idAnswer('creation'),
    netCredits: countAnswer,
    generations: z.array(
      z.object({
        generation: generationAnswer,
        entries: z.array(receiptEntryAnswer),
        attempts: z.array(attemptAnswer),
        delivery: deliveryAnswer.optional(),
      }),
    ),
  })
  .meta({ id: 'Receipt' })
export type ReceiptDto = z.output<typeof receiptAnswer>
