import { expect, it } from 'vitest'
import { earlyErrorsEn } from './errors.early.en.ts'
import { earlyErrorsZh } from './errors.early.zh.ts'
import { errorsEn } from './errors.en.ts'
import { lateErrorsEn } from './errors.late.en.ts'
import { lateErrorsZh } from './errors.late.zh.ts'
import { errorsZh } from './errors.zh.ts'
import { AppError, errorTable, isErrorCode } from './errors.ts'

/** tRPC answers with these (https://trpc.io/docs/server/error-handling); ours must be the same over both doors. */
const statusOf: Record<string, number> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  PAYMENT_REQUIRED: 402,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_SUPPORTED: 405,
  NOT_IMPLEMENTED: 501,
  CONFLICT: 409,
  PRECONDITION_FAILED: 412,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
}

it.each(Object.entries(errorTable))('%s has the HTTP status of its tRPC key', (_code, row) => {
  expect(row.http).toBe(statusOf[row.trpc])
})

it('invites nobody to repeat what only a change can mend', () => {
  const retryable = Object.values(errorTable).filter((row) => row.retryable)
  for (const row of retryable) expect([409, 429, 500, 503]).toContain(row.http)
})

it('tells its own codes from words that every object knows', () => {
  expect(isErrorCode('CREDITS_INSUFFICIENT')).toBe(true)
  for (const value of ['toString', 'constructor', '__proto__', 'credits_insufficient', '', null, 7]) {
    expect(isErrorCode(value)).toBe(false)
  }
})

it('keeps the cause, and says nothing but the code', () => {
  const cause = new Error('connection to 10.0.0.7 refused')
  const error = new AppError('SERVICE_UNAVAILABLE', { retryAfterSeconds: 3 }, { cause })
  expect(error).toMatchObject({ message: 'SERVICE_UNAVAILABLE', params: { retryAfterSeconds: 3 }, cause })
})

it.each([
  ['Chinese', errorsZh, earlyErrorsZh, lateErrorsZh],
  ['English', errorsEn, earlyErrorsEn, lateErrorsEn],
])('words every code exactly once in %s, among the early or the late ones', (_language, whole, early, late) => {
  const codes = [...Object.keys(errorTable), 'NETWORK'].toSorted()
  expect([...Object.keys(early), ...Object.keys(late)].toSorted()).toEqual(codes)
  expect(Object.keys(whole).toSorted()).toEqual(codes)
})
