import { z } from 'zod'
import { countAnswer, instantAnswer, recordAnswer, wordingAnswer } from '../answers.ts'
import { generationAnswer, replacedTextAnswer } from '../generations/answers.ts'
import { idAnswer } from '../ids.ts'
import { errorCodeAnswer } from '../requests/answers.ts'
import { toolCheckAnswer } from '../tools/check-answer.ts'
import { creationKinds, creationStatuses, versionKinds } from './kinds.ts'

const creationRowFields = {
  id: idAnswer('creation'),
  kind: z.enum(creationKinds),
  /** What it was made with: a tool of its kind. */
  tool: z.string(),
  toolTitle: wordingAnswer,
  title: z.string(),
  status: z.enum(creationStatuses),
  isIncomplete: z.boolean(),
  wordCount: countAnswer,
  /** Of works of pictures: a short-lived address of the newest one, small; null for others, and while it is in the trash. */
  thumbnail: z.string().nullable(),
  createdAt: instantAnswer,
  updatedAt: instantAnswer,
}
export const creationRowAnswer = z.object(creationRowFields).meta({ id: 'CreationRow' })
export type CreationRowDto = z.output<typeof creationRowAnswer>

export const foundCreationAnswer = z
  .object({
    ...creationRowFields,
    /** Where the search met the text, as it is written; null without a search. */
    excerpt: z.string().nullable(),
    /** Places of the excerpt where the words stand that were searched for, in UTF-16 units, `end` not included. */
    matches: z.array(z.object({ start: countAnswer, end: countAnswer })),
  })
  .meta({ id: 'FoundCreation' })
export type FoundCreationDto = z.output<typeof foundCreationAnswer>

export const trashedCreationAnswer = z
  .object({
    ...creationRowFields,
    deletedAt: instantAnswer,
    /** Begun days until the texts are purged, at least 1. */
    daysLeft: countAnswer,
  })
  .meta({ id: 'TrashedCreation' })
export type TrashedCreationDto = z.output<typeof trashedCreationAnswer>

export const versionAnswer = z
  .object({
    id: idAnswer('version'),
    ordinal: countAnswer,
    kind: z.enum(versionKinds),
    title: z.string(),
    /** The tool's typed result; its shape is the tool's `output` schema. */
    result: recordAnswer,
    /** What was found when the result was held against the tool's rules. */
    checks: z.array(toolCheckAnswer),
    wordCount: countAnswer,
    isIncomplete: z.boolean(),
    /** Stopped by the person: what was there is kept. */
    isPartial: z.boolean(),
    model: z.string().nullable(),
    isSandbox: z.boolean(),
    promptVersion: z.string().nullable(),
    inputTokens: countAnswer,
    outputTokens: countAnswer,
    createdAt: instantAnswer,
  })
  .meta({ id: 'Version' })
export type VersionDto = z.output<typeof versionAnswer>

export const creationAnswer = z
  .object({
    ...creationRowFields,
    input: recordAnswer,
    currentVersion: versionAnswer.nullable(),
    /** The newest generation, whatever became of it. */
    generation: generationAnswer.nullable(),
    /** Models that had begun the text that is shown, or is being written, before another one replaced it; oldest first. */
    replacedTexts: z.array(replacedTextAnswer),
    continuationsLeft: countAnswer,
    /** When it was put into the trash; null for one that is not there. */
    deletedAt: instantAnswer.nullable(),
  })
  .meta({ id: 'Creation' })
export type CreationDto = z.output<typeof creationAnswer>

/** A bulk action does what it can and says what it could not. */
export const bulkResultAnswer = z
  .object({
    changedIds: z.array(idAnswer('creation')),
    refused: z.array(z.object({ creationId: idAnswer('creation'), code: errorCodeAnswer })),
  })
  .meta({ id: 'BulkResult' })
export type BulkResultDto = z.output<typeof bulkResultAnswer>
