import { z } from 'zod'
import { countAnswer } from '../answers.ts'
import { featureAccessAnswer } from '../features/answers.ts'

const writingGoalAnswer = featureAccessAnswer.extend({
  goal: z
    .object({
      /** Words a day; null while none is set. */
      words: countAnswer.nullable(),
      /** What the works of today have grown by since yesterday. */
      writtenToday: countAnswer,
    })
    /** Null for who does not have the feature. */
    .nullable(),
})
export type WritingGoalDto = z.output<typeof writingGoalAnswer>
