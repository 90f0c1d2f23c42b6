import { compose } from './compose.ts'
import type { ErrorRow } from './error-row.ts'
import { errorParts } from './modules.ts'

export const errorTable = compose(errorParts) satisfies Record<string, ErrorRow>

export type ErrorCode = keyof typeof errorTable
/** `NETWORK` is the apps' own: the answer never came, so nobody knows whether the request did. */
export type ShownCode = ErrorCode | 'NETWORK'
export type ErrorParams = Record<string, string | number>

/**
 * An error a person may be told about. The wire carries `code` and `params`; wording lives in `errors.{zh,en}.ts`.
 * For VALIDATION_FAILED the params name the `field` and the `rule`.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly params: ErrorParams

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: { cause?: unknown }) {
    super(code, options)
    this.name = 'AppError'
    this.code = code
    this.params = params
  }
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorTable, value)
}

/** One broken rule of one input field. */
export interface FieldIssue {
  path: string
  /** zod's issue code, or the name a refinement gave its own rule. */
  rule: string
  params: ErrorParams
}

/** What every error looks like over tRPC (`error.data.app`); REST words it, see `rest-error.ts`. */
export interface WireError {
  code: ErrorCode
  params: ErrorParams
  requestId: string
  /** One row per invalid input field, only for VALIDATION_FAILED. */
  fields?: FieldIssue[]
}
