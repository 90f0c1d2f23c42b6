import type { creationsErrors } from './errors.ts'

export const creationsErrorsEn = {
  CREATION_NOT_FOUND: 'This creation was not found; it may have been deleted. Go back to your library.',
  CREATION_BUSY: 'This work is being made right now. Nothing was changed or charged. Wait for it, or stop it first.',
  CREATION_IN_TRASH: 'This work is in the trash. Restore it first.',
  VERSION_NOT_FOUND: 'There is no such version.',
  EXPORT_UNAVAILABLE:
    'The file was not made: too many are being exported, or this text is too long. Nothing was changed. Try again in {{ wait }}.',
  CREATIONS_LIMIT:
    'You have {{ limit }} works, with those in the trash, which is the limit. Nothing was made and nothing was charged. Delete some; the trash is emptied after 30 days, and then there is room.',
  VERSIONS_LIMIT:
    'This work has {{ limit }} versions, which is the limit. Nothing was changed and nothing was charged. Make a copy and go on with that.',
  STORED_TEXT_LIMIT:
    'Your texts take {{ limit }} MB, which is the limit. Nothing was changed and nothing was charged. Delete some works; the trash is emptied after 30 days, and then there is room.',
  CREATION_HAS_NO_TEXT: 'This creation has no text yet. Nothing was charged. Generate it first.',
} satisfies Record<keyof typeof creationsErrors, string>
