import type { VendorError } from '@mozhou/contracts/vendor-error'
import { readRequestId, refusalError, type ErrorTable } from '../refusal.ts'
import { vendorFetch } from '../vendor-fetch.ts'
import { readCapped, TooManyBytes } from './capped-body.ts'
import { isUnknownOutcome, unanswered, withDeadline, type CallMode } from './lost-call.ts'
import type { ImageTarget } from './port.ts'

export interface VendorRequest {
  mode: CallMode
  method: 'GET' | 'POST'
  /** Behind the base URL. */
  path: string
  headers: Record<string, string>
  /** JSON, or a form of parts. */
  body?: FormData | Record<string, unknown>
  /** Pictures that the answer itself may hold. */
  picturesInAnswer: number
}

export interface VendorReply {
  httpStatus: number
  headers: Headers
  body: unknown
  requestId: string | null
}

export interface Dialect {
  errorTable: ErrorTable
  /** A refusal in a shape of the vendor's own; null for the usual ones. */
  readRefusal?(reply: VendorReply): VendorError | null
}

const wordsBytes = 1_048_576

/** What base64 makes of a picture, and the words around it. */
const answerBytes = (pictures: number, maxPictureBytes: number) =>
  wordsBytes + pictures * Math.ceil(maxPictureBytes * 1.4)

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function bodyOf({ body, headers }: VendorRequest): RequestInit {
  if (body === undefined || body instanceof FormData) return { headers, body: body ?? null }
  return { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

async function readReply(target: ImageTarget, request: VendorRequest, response: Response): Promise<VendorReply> {
  const { vendor, limits } = target
  try {
    const bytes = await readCapped(response, answerBytes(request.picturesInAnswer, limits.maxPictureBytes))
    const body = parse(bytes.toString('utf8'))
    return { httpStatus: response.status, headers: response.headers, body, requestId: readRequestId(response.headers) }
  } catch (cause) {
    if (cause instanceof TooManyBytes) throw unanswered(vendor, request.mode, 'answer_too_large', cause)
    throw cause
  }
}

function judge({ vendor }: ImageTarget, dialect: Dialect, { mode }: VendorRequest, reply: VendorReply): VendorReply {
  const { httpStatus, body, headers } = reply
  const isGood = httpStatus >= 200 && httpStatus < 300
  if (isGood && body !== undefined) return reply
  if (isGood) throw unanswered(vendor, mode, 'unreadable_answer')
  if (isUnknownOutcome(mode, httpStatus)) throw unanswered(vendor, mode, `http_${httpStatus}`)
  const own = dialect.readRefusal?.(reply) ?? null
  throw own ?? refusalError({ vendor, errorTable: dialect.errorTable, httpStatus, body, headers })
}

/** One call, its answer read whole and its refusals told by the vendor's table. */
export function callVendor(
  target: ImageTarget,
  dialect: Dialect,
  request: VendorRequest,
  signal: AbortSignal,
): Promise<VendorReply> {
  const { submitTimeoutMs, callTimeoutMs } = target.limits
  const timeoutMs = request.mode === 'submit' ? submitTimeoutMs : callTimeoutMs
  return withDeadline({ vendor: target.vendor, mode: request.mode, timeoutMs }, signal, async (either) => {
    const url = target.baseUrl.replace(/\/+$/, '') + request.path
    const init = { method: request.method, redirect: 'manual' as const, signal: either, ...bodyOf(request) }
    const response = await vendorFetch(target)(url, init)
    return judge(target, dialect, request, await readReply(target, request, response))
  })
}
