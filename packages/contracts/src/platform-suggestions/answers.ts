import { z } from 'zod'
import { countAnswer, instantAnswer, wordingAnswer } from '../answers.ts'
import { idAnswer } from '../ids.ts'
import { ruleSeverities } from '../platform-rules/kinds.ts'
import { platformKeys } from '../publications/kinds.ts'
import { suggestionKinds } from './kinds.ts'

const optionAnswer = z.object({
  text: z.string(),
  /** In the platform's own unit. */
  length: z.number(),
  /** What the platform's rules say of it, as they now are; none where it fits. */
  findings: z.array(z.object({ code: z.string(), severity: z.enum(ruleSeverities), wording: wordingAnswer })),
})
export type SuggestionOptionDto = z.output<typeof optionAnswer>

/** What a model offers. It changes nothing: what of it is used is put into the package by the person, and checked again. */
export const suggestionAnswer = z.object({
  generationId: idAnswer('generation'),
  creationId: idAnswer('creation'),
  what: z.enum(suggestionKinds),
  platform: z.enum(platformKeys),
  status: z.enum(['writing', 'ready']),
  /** Of a title its length, of tags their number. */
  limit: countAnswer,
  options: z.array(optionAnswer),
  createdAt: instantAnswer,
})
export type SuggestionDto = z.output<typeof suggestionAnswer>
