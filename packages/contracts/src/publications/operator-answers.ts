import { z } from 'zod'
import { countAnswer, instantAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { attemptAnswer, evidenceAnswer, historyAnswer, platformAccountAnswer, publicationAnswer } from './answers.ts'
import { platformKeys } from './kinds.ts'
import { reportAnswer } from './package.ts'

const person = z.object({ id: idAnswer('user'), username: z.string() })

export const publicationRowAnswer = publicationAnswer.extend({ user: person })
export type PublicationRowDto = z.output<typeof publicationRowAnswer>

export const operatorPublicationAnswer = publicationRowAnswer.extend({
  evidence: z.array(evidenceAnswer),
  attempts: z.array(attemptAnswer),
  history: z.array(historyAnswer),
  report: reportAnswer,
  /** Its run in the Temporal UI; null where that address is not set. */
  workflowUrl: z.string().nullable(),
})
export type OperatorPublicationDto = z.output<typeof operatorPublicationAnswer>

export const platformHealthAnswer = z.object({
  /** The last 24 hours until then. */
  asOf: instantAnswer,
  platforms: z.array(
    z.object({
      platform: z.enum(platformKeys),
      accounts: countAnswer,
      unusableAccounts: countAnswer,
      /** Permissions that lapse within three days and cannot be renewed by themselves. */
      lapsing: countAnswer,
      attempts: countAnswer,
      refused: countAnswer,
      unknown: countAnswer,
      /** Refused and unknown of a hundred attempts; null without any. */
      errorPercent: countAnswer.nullable(),
      quotaUsedUp: countAnswer,
      published: countAnswer,
      removed: countAnswer,
      isSandbox: z.boolean(),
    }),
  ),
})
export type PlatformHealthDto = z.output<typeof platformHealthAnswer>

export const accountRowAnswer = platformAccountAnswer.extend({ user: person })
export type AccountRowDto = z.output<typeof accountRowAnswer>
