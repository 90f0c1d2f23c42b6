import type { accountsErrors } from './errors.ts'

export const accountsErrorsEn = {
  USERNAME_TAKEN: 'This username is taken; no account was created. Choose another one.',
  USERNAME_LOOKS_TAKEN: 'This username looks the same as somebody else’s; no account was created. Choose another one.',
  NAME_RESERVED: 'This name would be taken for Mozhou itself; nothing was changed. Choose another one.',
  EMAIL_TAKEN: 'This email is already registered. Sign in, or use another email.',
  REFERRAL_CODE_UNKNOWN: 'There is no such invitation code; no account was created. Check it, or leave it empty.',
  REFERRAL_CODE_OWN:
    'This is your own invitation code, and nobody can invite themself; no account was created. Leave it empty and register again.',
  REFERRAL_SECOND_REGISTRATION:
    'This mailbox already has an account, and an invitation counts for the first registration alone; no account was created. Leave the code empty and register again.',
  LOGIN_FAILED: 'Username or password is wrong. Check and try again; five failures lock sign-in for 15 minutes.',
  LOGIN_LOCKED: 'Too many wrong passwords: sign-in is locked for now. Try again in {{ wait }}.',
  PASSWORD_CHECKS_BUSY:
    'Too many people are signing in; your password was not checked yet, and this does not count as a failure. Try again in {{ wait }}.',
  ACCOUNT_SUSPENDED: 'This account is suspended. Your work and credits are kept. Please contact support.',
  PASSWORD_WRONG: 'The current password is wrong; nothing was changed. Enter it again.',
  REGISTRATION_PROOF_WRONG:
    'The check before signing up did not pass or has ended; no account was made. Press once more; a script asks for a challenge first.',
  VERIFICATION_INVALID:
    'This link was used, has ended, or is for another address; nothing was changed. Sign in and send a new one from settings.',
  VERIFICATION_LIMIT:
    'Too many confirmation mails; this one was not sent. Try again in {{ wait }}, and look among the spam as well.',
  TERMS_NOT_ACCEPTED:
    'There is a new edition of the terms and the privacy policy. Nothing was ordered or charged. Read and accept it at the top of the page, then try again.',
  EMAIL_ALREADY_VERIFIED: 'This address needs no confirmation; no mail was sent. Reload the page.',
  PASSWORD_RESET_INVALID:
    'This link was used, is too old, or is from before the password or the address changed. Your password is as it was. Ask for another link.',
  PASSWORD_RESET_LIMIT:
    'That account was asked for too often, and no mail was sent this time. Try again in {{ wait }}, and look among your spam too.',
  PASSWORD_RESET_UNAVAILABLE:
    'No mail is set up here, so you cannot reset the password yourself; nothing was changed. Contact support, who will check that it is you.',
  SESSION_EXPIRED: 'Your session has ended. Nothing was charged. Sign in again.',
  SESSION_REVOKED:
    'This session was signed out elsewhere. Nothing was charged. Sign in again, and change your password if that was not you.',
  SESSION_NOT_FOUND: 'This session is already signed out; there is nothing to do.',
  USER_NOT_FOUND: 'There is no such user; nothing was changed. Reload the list and try again.',
  USER_IS_ONESELF: 'You cannot do this to your own account; nothing was changed. Ask a colleague to.',
  USER_ABOVE: 'Their role is above yours; nothing was changed. Ask an administrator.',
  LAST_ADMIN: 'This is the last administrator and cannot be suspended or demoted. Appoint another one first.',
} satisfies Record<keyof typeof accountsErrors, string>
