import type { ShownCode } from './errors.ts'

export const errorsEn = {
  NETWORK:
    'The server cannot be reached, and whether the request arrived is unknown. Check your connection and press again; you will not be charged twice.',
  VALIDATION_FAILED:
    'Something does not fit. Nothing was sent and nothing was charged. Change what is marked and try again.',
  UNAUTHENTICATED: 'You are no longer signed in. Nothing was charged. Sign in again to go on.',
  FORBIDDEN: 'Your account may not do this. Nothing was changed. Ask an administrator if you need it.',
  NOT_FOUND: 'This was not found; it may have been deleted. Go back to the list.',
  RATE_LIMITED: 'Too many requests. This one was not carried out and nothing was charged. Try again in {{ wait }}.',
  SERVICE_UNAVAILABLE: 'The service is unavailable right now. Nothing was charged. Try again in a little while.',
  INTERNAL:
    'Something broke on our side and this was not completed. Any charge is returned by itself. Try again; if it stays, send us the request number.',
  ORIGIN_REJECTED:
    'The request came from an address that is not trusted and was not carried out. Start again from this site.',
  METHOD_NOT_ALLOWED:
    'This address does not take this method; nothing was done. The header Allow names those it takes.',
  PAYLOAD_TOO_LARGE:
    'The request is too large. It was not carried out and nothing was charged. Shorten it and try again.',
  UNSUPPORTED_MEDIA_TYPE: 'This kind of content is not taken; nothing was done. Send application/json in UTF-8.',

  USERNAME_TAKEN: 'This username is taken; no account was created. Choose another one.',
  EMAIL_TAKEN: 'This email is already registered. Sign in, or use another email.',
  REFERRAL_CODE_UNKNOWN: 'There is no such invitation code; no account was created. Check it, or leave it empty.',
  LOGIN_FAILED: 'Username or password is wrong. Check and try again; five failures lock sign-in for 15 minutes.',
  LOGIN_LOCKED: 'Too many wrong passwords: sign-in is locked for now. Try again in {{ wait }}.',
  ACCOUNT_SUSPENDED: 'This account is suspended. Your work and credits are kept. Please contact support.',
  PASSWORD_WRONG: 'The current password is wrong; nothing was changed. Enter it again.',
  SESSION_EXPIRED: 'Your session has ended. Nothing was charged. Sign in again.',
  SESSION_REVOKED:
    'This session was signed out elsewhere. Nothing was charged. Sign in again, and change your password if that was not you.',
  SESSION_NOT_FOUND: 'This session is already signed out; there is nothing to do.',
  API_KEY_INVALID: 'There is no such API key. Nothing was charged. Check that the key is complete.',
  API_KEY_REVOKED: 'This API key was revoked. Nothing was charged. Make a new one in settings.',
  API_KEY_EXPIRED: 'This API key has expired. Nothing was charged. Make a new one in settings.',
  API_KEY_SCOPE_MISSING:
    'This API key may not do this; nothing was changed. Make a key with the scope it takes, or sign in instead.',
  API_KEY_NOT_FOUND: 'This API key was not found; it may have been revoked. Reload the list.',
  API_KEY_LIMIT_REACHED: 'You have as many live API keys as there may be; none was made. Revoke one you do not use.',
  USER_NOT_FOUND: 'There is no such user; nothing was changed. Reload the list and try again.',
  LAST_ADMIN: 'This is the last administrator and cannot be suspended or demoted. Appoint another one first.',

  CREDITS_INSUFFICIENT: 'Not enough credits. Nothing was started or charged. See the credits page for your balance.',
  ENTRY_NOT_FOUND: 'This ledger entry was not found; the books are unchanged. Reload and try again.',
  ENTRY_ALREADY_REVERSED: 'This entry was already reversed once and cannot be reversed again; the books are unchanged.',
  IDEMPOTENCY_KEY_REUSED:
    'One request number was used for two different requests. Nothing was charged. Reload the page and try again; a script takes another Idempotency-Key.',

  TOOL_UNKNOWN: 'There is no such writing tool. Nothing was charged. Choose one from AI writing.',
  MODEL_NOT_FOUND: 'This model was not found. Nothing was charged. Choose another one.',
  MODEL_NOT_AVAILABLE:
    'No model is available right now. Nothing was charged. Try again later, or choose another model.',
  MODEL_MEMBERS_ONLY: 'This model is for members. Nothing was charged. Choose another one.',
  MODEL_ALIAS_TAKEN: 'A model with this name exists; nothing was saved. Choose another name.',
  MODEL_IS_DEFAULT:
    '{{ model }} is the default model: it cannot be disabled, kept to members, given a past shutdown date or deleted, and nothing was changed. Make another model the default first.',
  MODEL_UNFIT_AS_DEFAULT:
    '{{ model }} is disabled, for members only or past its shutdown date, so it cannot be the default; nothing was changed. Change that first, or choose another model.',
  MODEL_PARAMETER_UNSUPPORTED:
    'This model does not take one of these parameters; nothing was saved. Adjust it and try again.',
  CREDENTIALS_UNREADABLE:
    'The model’s key cannot be decrypted. Nothing was charged. An administrator has to enter it again.',

  PROMPT_NOT_FOUND: 'There is no such prompt version, and nothing was changed. Please refresh the list and try again.',
  PROMPT_NOT_DRAFT:
    '{{ prompt }} has been live, so it can neither be changed nor deleted. Please start a new draft from it.',
  PROMPT_CHANGED:
    'Somebody else has just changed {{ prompt }}; your change was not saved. Copy your text, refresh, and edit again.',

  CREATION_NOT_FOUND: 'This creation was not found; it may have been deleted. Go back to your library.',
  CREATION_BUSY: 'This creation is being written right now; you were not charged again. Wait for it, or stop it first.',
  CREATION_CONFLICT:
    'A newer version was saved elsewhere. Your changes are not saved and not lost: compare the two, then choose.',
  CREATION_IN_TRASH: 'This work is in the trash. Restore it first.',
  VERSION_NOT_FOUND: 'There is no such version.',
  REWRITE_NOT_READY: 'This rewrite is not ready, or could not be written.',
  CREATION_HAS_NO_TEXT: 'This creation has no text yet. Nothing was charged. Generate it first.',
  CREATION_NOT_INCOMPLETE: 'This creation is complete and needs no continuation. Nothing was charged.',
  CONTINUE_LIMIT_REACHED:
    'The free continuations are used up. Nothing was charged. Regenerate, or ask for a shorter text.',
  GENERATION_NOT_FOUND: 'This generation was not found. Nothing was charged. Reload the page and try again.',
  CONCURRENCY_LIMIT:
    'Too many texts are being written at once. This one was not started or charged. Wait for one to finish.',
  FAIR_USE_LIMIT: 'You reached today’s fair-use limit for members. Nothing was charged. Come back tomorrow.',
  GENERATION_BUSY:
    'All models are busy and nothing was written. You pay nothing. Try again in a while, or choose another model.',
  GENERATION_FAILED: 'Nothing was written this time. You pay nothing. Try again, or choose another model.',
  CONTENT_REFUSED: 'The model declined this content. You pay nothing. Change the topic or the wishes and try again.',
  CONTEXT_TOO_LONG: 'This is more than the model can read. You pay nothing. Shorten the material or the length.',
} as const satisfies Record<ShownCode, string>
