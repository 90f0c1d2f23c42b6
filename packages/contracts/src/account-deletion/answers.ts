import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { deletionHindrances, deletionStatuses, removedThings } from './kinds.ts'

/** What goes with the account: as it stands now, or as it stood when it was closed. */
export const lostAnswer = z.object({
  credits: countAnswer,
  /** Whether some of them were paid for: those may be asked back before. */
  hasPaidCredits: z.boolean(),
  cashFen: countAnswer,
  works: countAnswer,
  /** Uploads and generated files, those in the trash too, with all their bytes. */
  files: countAnswer,
  fileBytes: countAnswer,
  /** The end of what is paid for; null for nobody. */
  memberUntil: instantAnswer.nullable(),
  /** Orders that nobody has paid yet: they are closed with the account. */
  pendingOrders: countAnswer,
  /** An automatic renewal that is on: it is ended, here and at the channel. */
  renewals: countAnswer,
  apiKeys: countAnswer,
})
export type LostDto = z.output<typeof lostAnswer>

/** What a person reads before they decide. Promises nothing: it is looked at again when they do. */
export const deletionPreviewAnswer = z
  .object({
    lost: lostAnswer,
    hindrances: z.array(z.enum(deletionHindrances)),
    /** Days in which the account may be had back; 0 for none. */
    regretDays: countAnswer,
  })
  .meta({ id: 'AccountDeletionPreview' })
export type DeletionPreviewDto = z.output<typeof deletionPreviewAnswer>

export const deletionRequestedAnswer = z
  .object({
    id: idAnswer('accountDeletion'),
    /** From when on it is carried out; until then the account may be had back by signing in. */
    dueAt: instantAnswer,
  })
  .meta({ id: 'AccountDeletion' })
export type DeletionRequestedDto = z.output<typeof deletionRequestedAnswer>

/** One deletion as operators see it. */
const userDeletionAnswer = z.object({
  id: idAnswer('accountDeletion'),
  status: z.enum(deletionStatuses),
  /** The operator who started it; null for the person themself. */
  startedBy: z.object({ id: idAnswer('user'), username: z.string() }).nullable(),
  reason: z.string().nullable(),
  lost: lostAnswer,
  createdAt: instantAnswer,
  dueAt: instantAnswer,
  /** What was in the way when it was last due. */
  hindrances: z.array(z.enum(deletionHindrances)),
  triedAt: instantAnswer.nullable(),
  /** Rows that were removed or emptied, so far. */
  counts: z.partialRecord(z.enum(removedThings), countAnswer),
  endedAt: instantAnswer.nullable(),
})
export type UserDeletionDto = z.output<typeof userDeletionAnswer>

export const userDeletionsAnswer = z.object({
  preview: deletionPreviewAnswer,
  /** The last first. */
  deletions: z.array(userDeletionAnswer),
})
export type UserDeletionsDto = z.output<typeof userDeletionsAnswer>
