import type { requestsErrors } from './errors.ts'

export const requestsErrorsEn = {
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
  NOT_IMPLEMENTED: 'This is not provided yet. Nothing was done and nothing was charged.',
  PAYLOAD_TOO_LARGE:
    'The request is too large. It was not carried out and nothing was charged. Shorten it and try again.',
  UNSUPPORTED_MEDIA_TYPE: 'This kind of content is not taken; nothing was done. Send application/json in UTF-8.',
  IDEMPOTENCY_KEY_REUSED:
    'One request number was used for two different requests. Nothing was charged. Reload the page and try again; a script takes another Idempotency-Key.',
} satisfies Record<keyof typeof requestsErrors | 'NETWORK', string>
