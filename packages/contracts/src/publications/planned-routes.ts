import { z } from 'zod'
import { wordingAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { contentTypes, publicationRoutes } from './kinds.ts'

/** How one work will go to each of a person's accounts, before any of them is chosen. */
export const plannedRoutesAnswer = z
  .object({
    routes: z.array(
      z.object({
        accountId: idAnswer('platformAccount'),
        contentType: z.enum(contentTypes),
        route: z.enum(publicationRoutes),
        /** Why it is no better; null where it is the best that the platform has. */
        reason: wordingAnswer.nullable(),
      }),
    ),
  })
  .meta({ id: 'PlannedRoutes' })
export type PlannedRoutesDto = z.output<typeof plannedRoutesAnswer>
