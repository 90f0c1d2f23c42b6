import { z } from 'zod'
import { mostCreditsField } from '../generations/most-credits.ts'
import { idInput, requestKeyInput } from '../ids.ts'
import { platformKeys } from '../publications/kinds.ts'
import { textInput } from '../text.ts'
import { suggestionKinds } from './kinds.ts'

export const requestSuggestionInput = z.object({
  creationId: idInput('creation'),
  /** Left out: the current version. */
  versionId: idInput('version').optional(),
  what: z.enum(suggestionKinds),
  platform: z.enum(platformKeys),
  /** As it now stands in the package, which may have been edited. */
  title: textInput(0, 300),
  modelId: idInput('model').nullish(),
  mostCredits: mostCreditsField,
  requestKey: requestKeyInput,
})
export type RequestSuggestionInput = z.output<typeof requestSuggestionInput>

export const suggestionIdInput = z.object({ generationId: idInput('generation') })
