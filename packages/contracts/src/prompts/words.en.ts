import type { promptsErrors } from './errors.ts'

export const promptsErrorsEn = {
  PROMPT_NOT_FOUND: 'There is no such prompt version, and nothing was changed. Please refresh the list and try again.',
  PROMPT_NOT_DRAFT:
    '{{ prompt }} has been live, so it can neither be changed nor deleted. Please start a new draft from it.',
  PROMPT_CHANGED:
    'Somebody else has just changed {{ prompt }}; your change was not saved. Copy your text, refresh, and edit again.',
} satisfies Record<keyof typeof promptsErrors, string>
