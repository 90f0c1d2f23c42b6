import { AppError, errorTable } from '@mozhou/contracts/errors'
import type { ErrorCode, WireError } from '@mozhou/contracts/errors'
import { isDatabaseAway } from '@mozhou/domain/database-away'
import { TRPCError } from '@trpc/server'
import type { TRPCDefaultErrorShape } from '@trpc/server'
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc'
import { ZodError } from 'zod'
import { fromHttpError } from './http/http-error.ts'
import { fieldsOf } from './invalid-fields.ts'

/** tRPC's own refusals, which come before any procedure runs. */
const protocolErrors: Partial<Record<TRPCError['code'], ErrorCode>> = {
  BAD_REQUEST: 'VALIDATION_FAILED',
  PARSE_ERROR: 'VALIDATION_FAILED',
  PAYLOAD_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  UNSUPPORTED_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  METHOD_NOT_SUPPORTED: 'METHOD_NOT_ALLOWED',
  UNPROCESSABLE_CONTENT: 'VALIDATION_FAILED',
  NOT_FOUND: 'NOT_FOUND',
  TIMEOUT: 'SERVICE_UNAVAILABLE',
  CLIENT_CLOSED_REQUEST: 'SERVICE_UNAVAILABLE',
}

/** The one place where an error becomes what a person may know. Messages never leave; a code and its params do. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof ZodError) return new AppError('VALIDATION_FAILED', {}, { cause: error })
  if (error instanceof TRPCError) {
    if (error.cause instanceof AppError || error.cause instanceof ZodError) return toAppError(error.cause)
    const code = protocolErrors[error.code]
    if (code) return new AppError(code, {}, { cause: error })
    return toAppError(error.cause ?? new AppError('INTERNAL', {}, { cause: error }))
  }
  if (isDatabaseAway(error)) return new AppError('SERVICE_UNAVAILABLE', {}, { cause: error })
  return fromHttpError(error) ?? new AppError('INTERNAL', {}, { cause: error })
}

export function toWireError(error: AppError, requestId: string): WireError {
  const { code, params } = error
  const fields = code === 'VALIDATION_FAILED' ? fieldsOf(error) : []
  return { code, params, requestId, ...(fields.length > 0 && { fields }) }
}

/** So that the HTTP status fits: tRPC takes it from its own error's code. */
export function toTrpcError(error: AppError): TRPCError {
  return new TRPCError({ code: errorTable[error.code].trpc, cause: error })
}

export function formatTrpcError(input: { error: TRPCError; shape: TRPCDefaultErrorShape; requestId: string }) {
  const app = toAppError(input.error)
  const isProtocol = app.cause === input.error
  const shape = toTrpcShape(app, { path: input.shape.data.path ?? null, requestId: input.requestId })
  return isProtocol ? { ...shape, data: { ...shape.data, httpStatus: input.shape.data.httpStatus } } : shape
}

/** An error as tRPC's clients read it. */
export function toTrpcShape(app: AppError, { path, requestId }: { path: string | null; requestId: string }) {
  const row = errorTable[app.code]
  return {
    // From the table: errors of a running subscription come here as plain INTERNAL ones, which clients retry for ever.
    code: TRPC_ERROR_CODES_BY_KEY[row.trpc],
    message: app.code,
    data: { code: row.trpc, httpStatus: row.http, path, app: toWireError(app, requestId) },
  }
}

/** Ours to mend, or the machine's; what a person did wrong is not logged as a fault. */
export function isFault(error: AppError): boolean {
  return !errorTable[error.code].expected || (error.code === 'SERVICE_UNAVAILABLE' && error.cause !== undefined)
}
