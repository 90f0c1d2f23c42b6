import { z } from 'zod'
import { countAnswer } from '../answers.ts'
import { paidWorkStates } from '../generations/kinds.ts'
import { idAnswer } from '../ids.ts'
import { creationRowAnswer } from './answers.ts'

/** Somebody's work as operators see it: that it is there, and what it is called; never what it says. */
const userCreationAnswer = creationRowAnswer.extend({
  state: z.enum(paidWorkStates),
  generations: countAnswer,
  /** Null for a copy, which nobody generated. */
  lastGenerationId: idAnswer('generation').nullable(),
})
export type UserCreationDto = z.output<typeof userCreationAnswer>
