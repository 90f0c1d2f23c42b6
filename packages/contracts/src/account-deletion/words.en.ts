import type { accountDeletionErrors } from './errors.ts'

export const accountDeletionErrorsEn = {
  ACCOUNT_CLOSING:
    'This account waits for its deletion and cannot be used. To keep it, sign in with the password and take the deletion back.',
  DELETION_HINDERED:
    'Something has to be settled first; nothing was changed. See “Delete account” in the settings for what it is, and come back then.',
  DELETION_BEGUN: 'The removal has begun and cannot be taken back. You are welcome to register anew.',
  DELETION_NOT_FOUND:
    'This account does not wait for its deletion; nothing was changed. Reload the page to see where it stands.',
} satisfies Record<keyof typeof accountDeletionErrors, string>
