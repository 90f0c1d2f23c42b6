import type { featuresErrors } from './errors.ts'

export const featuresErrorsEn = {
  FEATURE_OFF: 'This feature is not open yet; nothing was changed.',
  FEATURE_FOR_MEMBERS: 'This feature is open to members first; nothing was changed. Members have it at once.',
  FEATURE_CHANGED: 'Somebody else has just changed who has this feature; nothing was changed. Reload and look again.',
} satisfies Record<keyof typeof featuresErrors, string>
