import type { FailureKind } from '@mozhou/contracts/failures'
import { VendorError } from '@mozhou/contracts/vendor-error'
import { readRetryAfterMs } from './retry-after.ts'
import { kindOfWords } from './worded-refusals.ts'

/**
 * Vendor code → what it means for us. A key may be bound to one HTTP status (`invalid_model@401`), because vendors reuse
 * words. Message texts are matched for a few dated cases alone (worded-refusals.ts): vendors translate and reword them.
 */
export type ErrorTable = Readonly<Record<string, FailureKind>>

interface Refusal {
  /** Most specific first. */
  codes: string[]
  message: string | null
  requestId: string | null
}

interface RefusedCall {
  vendor: string
  errorTable: ErrorTable
  httpStatus: number
  body: unknown
  headers?: Headers
  cause?: unknown
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function toCodes(values: readonly unknown[]): string[] {
  return values
    .filter((value) => (typeof value === 'string' && value !== '') || typeof value === 'number')
    .map((value) => String(value))
}

/**
 * The refusal a body holds, whatever the HTTP status says; null for an ordinary answer. Knows `{error: {code, type,
 * details}}` (OpenAI's shape and Anthropic's), flat `{code, message}` (DashScope, Qianfan) and `{error_code}` (Baidu).
 */
export function readRefusal(body: unknown): Refusal | null {
  if (!isRecord(body)) return null
  const requestId = [body.request_id, body.id].find((id) => typeof id === 'string') ?? null
  if (isRecord(body.error)) {
    const { code, type, details, message } = body.error
    const codes = toCodes([isRecord(details) ? details.error_code : null, code, type]).filter((one) => one !== '0')
    if (codes.length === 0 && messageOf(message) === null) return null
    return { codes, message: messageOf(message), requestId }
  }
  if (typeof body.error === 'string' && body.error !== '')
    return { codes: toCodes([body.error]), message: messageOf(body.error_description), requestId }
  if ('choices' in body) return null
  const flat = toCodes([body.error_code, body.code]).filter((code) => code !== '0')
  return flat.length > 0 ? { codes: flat, message: messageOf(body.message ?? body.error_msg), requestId } : null
}

const messageOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

function kindOfStatus(httpStatus: number): FailureKind {
  if (httpStatus === 401 || httpStatus === 403) return 'credentials'
  if (httpStatus === 402) return 'quota_exhausted'
  if (httpStatus === 404 || httpStatus === 410) return 'model_gone'
  if (httpStatus === 429) return 'rate_limited'
  const isTransient = httpStatus < 400 || httpStatus >= 500 || [408, 409, 425].includes(httpStatus)
  return isTransient ? 'unavailable' : 'invalid_request'
}

export function kindOf(errorTable: ErrorTable, codes: readonly string[], httpStatus: number): FailureKind {
  const keys = codes.flatMap((code) => [`${code}@${httpStatus}`, code])
  const known = keys.find((key) => Object.hasOwn(errorTable, key))
  return (known === undefined ? undefined : errorTable[known]) ?? kindOfStatus(httpStatus)
}

const requestIdHeaders = ['x-request-id', 'request-id', 'x-dashscope-request-id', 'x-bce-request-id']

export function readRequestId(headers: Headers | undefined): string | null {
  const name = requestIdHeaders.find((header) => headers?.get(header))
  return (name && headers?.get(name)) || null
}

/** The few known words decide first, then the vendor's code, then the HTTP status. */
export function refusalError(call: RefusedCall): VendorError {
  const { codes, message, requestId } = readRefusal(call.body) ?? { codes: [], message: null, requestId: null }
  const { vendor, httpStatus } = call
  const worded = kindOfWords({ vendor, httpStatus, codes, message })
  return new VendorError(worded ?? kindOf(call.errorTable, codes, httpStatus), {
    vendor,
    vendorCode: codes[0],
    httpStatus,
    vendorMessage: message ?? undefined,
    retryAfterMs: readRetryAfterMs(call.headers, Date.now()),
    vendorRequestId: readRequestId(call.headers) ?? requestId ?? undefined,
    cause: call.cause,
  })
}
