import type { savedFiltersErrors } from './errors.ts'

export const savedFiltersErrorsEn = {
  SAVED_FILTER_LIMIT:
    'This list has as many saved filters as it may; nothing was saved. Remove one that you no longer use.',
  SAVED_FILTER_NOT_FOUND: 'There is no such filter; it may have been removed. Reload the page.',
} satisfies Record<keyof typeof savedFiltersErrors, string>
