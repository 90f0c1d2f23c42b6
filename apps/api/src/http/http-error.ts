import { AppError } from '@mozhou/contracts/errors'

/**
 * What Express and its body parser refuse by themselves, in our codes
 * (https://github.com/expressjs/body-parser#errors); null for anything else.
 */
export function fromHttpError(error: unknown): AppError | null {
  if (!(error instanceof Error)) return null
  const { status, type } = error as Error & { status?: unknown; type?: unknown }
  const options = { cause: error }
  if (status === 413) return new AppError('PAYLOAD_TOO_LARGE', {}, options)
  if (status === 415) return new AppError('UNSUPPORTED_MEDIA_TYPE', {}, options)
  if (status !== 400) return null
  const isBody = typeof type === 'string'
  const params = isBody ? { field: 'body', rule: 'json' } : { field: 'path', rule: 'invalid_format' }
  return new AppError('VALIDATION_FAILED', params, options)
}
