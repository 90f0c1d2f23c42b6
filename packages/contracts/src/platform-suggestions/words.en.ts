import type { platformSuggestionsErrors } from './errors.ts'

export const platformSuggestionsErrorsEn = {
  SUGGESTION_NOT_NEEDED:
    'This platform has no such field, or no limit to it; no model was asked and nothing was charged.',
} satisfies Record<keyof typeof platformSuggestionsErrors, string>
