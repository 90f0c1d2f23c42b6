import type { editingErrors } from './errors.ts'

export const editingErrorsEn = {
  CREATION_CONFLICT:
    'A newer version was saved elsewhere. Your changes are not saved and not lost: compare the two, then choose.',
  REWRITE_NOT_READY: 'This rewrite is not ready, or could not be written.',
} satisfies Record<keyof typeof editingErrors, string>
