import { z } from 'zod'
import { countAnswer } from '../answers.ts'
import { paidWorkStates } from '../generations/kinds.ts'
import { idAnswer } from '../ids.ts'
import { creationRowAnswer } from './answers.ts'

/** Somebody's work as operators see it: that it is there, and what it is called; never what it says. */
const userCreationAnswer = creationRowAnswer.extend({
  state: z.enum(paidWorkStates),
  /** How many pieces it holds, where it is counted in pieces and not in words. */
  pieces: countAnswer.nullable(),
  generations: countAnswer,
  /** Null for a copy, which nobody generated. */
  lastGenerationId: idAnswer('generation').nullable(),
})
export type UserCreationDto = z.output<typeof userCreationAnswer>
