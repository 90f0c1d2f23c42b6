import type { operatorErrorsZh } from './operator-errors.zh.ts'

export const operatorErrorsEn = {
  NETWORK:
    'The server did not answer; whether this arrived is not known. Reload the page to see before you do it again.',
  VALIDATION_FAILED: 'Something does not fit and nothing was submitted. See the notes at the fields.',
  UNAUTHENTICATED: 'You are signed out and nothing was submitted. Sign in again to go on.',
  SESSION_EXPIRED: 'Your session has ended and nothing was submitted. Sign in again.',
  SESSION_REVOKED:
    'This session was ended elsewhere and nothing was submitted. Sign in again; if that was not you, change your password.',
  ACCOUNT_SUSPENDED: 'This account of the operators’ app is suspended. Ask an administrator.',
  RATE_LIMITED: 'Too many requests; this one was not carried out. Try again in {{ wait }}.',
  SERVICE_UNAVAILABLE: 'The service is away and nothing was changed. Try again in a while.',
  INTERNAL:
    'Something broke and this was not finished. Reload the page to see, then hand the request number to a developer.',
  NOT_FOUND: 'Not found; it may have been deleted. Reload the list.',
  PAYLOAD_TOO_LARGE: 'Too much was sent and nothing was done. Shorten it and try again.',
  CREDITS_INSUFFICIENT: 'They have fewer credits than that; the ledger is unchanged. Take less.',
  CREATION_NOT_FOUND: 'This work was not found; it may have been purged. Reload the list.',
  GENERATION_NOT_FOUND: 'This generation was not found and nothing was changed. Check the id.',
  CONCURRENCY_LIMIT:
    'They have as many generations under way as they may; this one was not started. Wait for one to end.',
  MODEL_NOT_FOUND: 'This model was not found; it may have been removed. Nothing was saved. Reload the list.',
  MODEL_NOT_AVAILABLE: 'No model may be used now. Look at the enabled models and their circuits.',
  CREDENTIALS_UNREADABLE:
    'The key of the model cannot be decrypted; nothing was called. Enter it again, and check CREDENTIALS_KEYS.',
} satisfies Record<keyof typeof operatorErrorsZh, string>
