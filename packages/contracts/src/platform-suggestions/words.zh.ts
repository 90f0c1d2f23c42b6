import type { platformSuggestionsErrors } from './errors.ts'

export const platformSuggestionsErrorsZh = {
  SUGGESTION_NOT_NEEDED: '这个平台没有这一栏，或不限它的长短，没有请模型，也没有扣积分。',
} satisfies Record<keyof typeof platformSuggestionsErrors, string>
