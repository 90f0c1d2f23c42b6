import { z } from 'zod'
import { countAnswer, instantAnswer, wordingAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { attemptFields, generationAnswer, receiptEntryAnswer } from './answers.ts'
import { paidWorkStates } from './kinds.ts'

const acknowledgementAnswer = z.object({
  id: z.string(),
  actor: z.string(),
  note: z.string(),
  createdAt: instantAnswer,
})
export type AcknowledgementDto = z.output<typeof acknowledgementAnswer>

const attemptDetailAnswer = z.object({
  ...attemptFields,
  upstreamModel: z.string(),
  /** What the vendor says that it ran. */
  servedModel: z.string().nullable(),
  httpStatus: countAnswer.nullable(),
  vendorCode: z.string().nullable(),
  /** The vendor's words, without keys and without what people wrote. */
  vendorMessage: z.string().nullable(),
  vendorRequestId: z.string().nullable(),
  costMicroYuan: countAnswer,
})
export type AttemptDetailDto = z.output<typeof attemptDetailAnswer>

/** One generation, for operators: what happened and what it cost; never what was asked or written. */
const generationDetailAnswer = generationAnswer.extend({
  person: z.object({ id: idAnswer('user'), username: z.string(), displayName: z.string() }),
  work: z.object({
    toolTitle: wordingAnswer,
    /** Null for whoever may not see titles. */
    title: z.string().nullable(),
    state: z.enum(paidWorkStates),
  }),
  promptVersion: z.string().nullable(),
  acceptedAt: instantAnswer.nullable(),
  startedAt: instantAnswer.nullable(),
  /** Of credits that moved; for whoever may not see entries too. */
  chargedCredits: countAnswer,
  /** Null for whoever may not see ledgers. */
  entries: z.array(receiptEntryAnswer).nullable(),
  attempts: z.array(attemptDetailAnswer),
  /** What the run left: how much, not what. */
  version: z
    .object({
      ordinal: countAnswer,
      wordCount: countAnswer,
      isIncomplete: z.boolean(),
      isPartial: z.boolean(),
      createdAt: instantAnswer,
    })
    .nullable(),
  /** All runs of the same work, the first one first. */
  siblings: z.array(generationAnswer.pick({ id: true, ordinal: true, kind: true, status: true })),
})

const generationPageAnswer = generationDetailAnswer.extend({
  workflowId: z.string(),
  /** Null where the address of the Temporal UI is not configured. */
  workflowUrl: z.string().nullable(),
  /** It failed, or called a model that somebody has to look at: only then is there something to mark as handled. */
  needsPerson: z.boolean(),
  acknowledgements: z.array(acknowledgementAnswer),
})
export type GenerationDetailDto = z.output<typeof generationDetailAnswer>
export type GenerationPageDto = z.output<typeof generationPageAnswer>

/** Where something is looked at; null for what is nowhere, or not for this reader. */
const foundPageAnswer = z.object({ kind: z.enum(['user', 'order', 'generation']), id: z.string() }).nullable()
export type FoundPageDto = z.output<typeof foundPageAnswer>
