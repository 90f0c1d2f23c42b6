import type { writingErrors } from './errors.ts'

export const writingErrorsEn = {
  CREATION_NOT_INCOMPLETE: 'This creation is complete and needs no continuation. Nothing was charged.',
  CONTINUE_LIMIT_REACHED:
    'The free continuations are used up. Nothing was charged. Regenerate, or ask for a shorter text.',
} satisfies Record<keyof typeof writingErrors, string>
