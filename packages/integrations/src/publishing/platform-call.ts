import { createHash } from 'node:crypto'
import type { FailureKind } from '@mozhou/contracts/failures'
import type { VendorError } from '@mozhou/contracts/vendor-error'
import { readCapped, TooManyBytes } from '../ai/images/capped-body.ts'
import { unanswered, withDeadline, type CallMode } from '../ai/images/lost-call.ts'
import { readRetryAfterMs } from '../ai/retry-after.ts'
import { guardedFetch } from '../guarded-fetch.ts'
import type { Evidence } from './evidence-port.ts'
import { PlatformError } from './platform-error.ts'
import type { PublishingTarget } from './port.ts'

/** How one platform words what it says; errors come in answers of 200 as well. */
export interface Dialect {
  vendor: string
  /** Its code → what it means for us, each table with its source. What is not there goes by the HTTP status, in an answer of 200 as `invalid_request`. */
  kinds: Readonly<Record<string, FailureKind>>
  /** Codes after which nobody knows whether it was done: of a submit, its outcome. */
  vague: readonly string[]
  /** The refusal that an answer holds; null for a good one. */
  readRefusal(body: unknown): { code: string; message: string | null } | null
  requestIdOf(body: unknown): string | null
}

export interface PlatformRequest {
  /** As the platform names the call; evidence carries it. */
  source: string
  mode: CallMode
  method: 'GET' | 'POST'
  url: string
  headers?: Readonly<Record<string, string>>
  /** JSON, a form of parts, fields of a form, or bytes. */
  body?: Readonly<Record<string, unknown>> | FormData | URLSearchParams | Uint8Array<ArrayBuffer>
  timeoutMs?: number
}

export interface PlatformReply {
  body: Readonly<Record<string, unknown>>
  evidence: Evidence
}

const maxAnswerBytes = 4 * 1024 * 1024
export const usualTimeouts = { callMs: 15_000, submitMs: 30_000, uploadMs: 180_000 } as const

export const timeoutsOf = (target: PublishingTarget) => target.timeouts ?? usualTimeouts

/** An address was vouched for, not where it sends us: nothing follows there. */
export const platformFetch = ({ network }: PublishingTarget): typeof fetch =>
  network === 'private' ? (input, init) => fetch(input, { ...init, redirect: 'manual' }) : guardedFetch

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One call, its answer read whole. Never repeated here. @throws VendorError, or the reason of `signal` */
export function callPlatform(
  target: PublishingTarget,
  dialect: Dialect,
  request: PlatformRequest,
  signal: AbortSignal,
): Promise<PlatformReply> {
  const { callMs, submitMs } = timeoutsOf(target)
  const timeoutMs = request.timeoutMs ?? (request.mode === 'submit' ? submitMs : callMs)
  return withDeadline({ vendor: dialect.vendor, mode: request.mode, timeoutMs }, signal, async (either) => {
    const response = await platformFetch(target)(request.url, initOf(request, either))
    const bytes = await readAnswer(dialect, request, response)
    return judge(dialect, request, response, { bytes, at: target.clock.now() })
  })
}

function initOf({ method, headers = {}, body }: PlatformRequest, signal: AbortSignal): RequestInit {
  const init = { method, redirect: 'manual' as const, signal }
  if (body === undefined) return { ...init, headers }
  const isRaw = body instanceof FormData || body instanceof URLSearchParams || body instanceof Uint8Array
  if (isRaw) return { ...init, headers, body }
  return {
    ...init,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  }
}

async function readAnswer({ vendor }: Dialect, { mode }: PlatformRequest, response: Response): Promise<Buffer> {
  try {
    return await readCapped(response, maxAnswerBytes)
  } catch (cause) {
    if (cause instanceof TooManyBytes) throw unanswered(vendor, mode, 'answer_too_large', cause)
    throw cause
  }
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

function judge(
  dialect: Dialect,
  { mode, source }: PlatformRequest,
  response: Response,
  { bytes, at }: { bytes: Buffer; at: Date },
): PlatformReply {
  const body = parse(bytes)
  const { vendor } = dialect
  const refusal = dialect.readRefusal(body)
  const isVague = response.status >= 500 || response.status === 408 || dialect.vague.includes(refusal?.code ?? '')
  if (isVague) throw unanswered(vendor, mode, refusal?.code ?? `http_${response.status}`)
  const requestId = dialect.requestIdOf(body)
  const evidence = evidenceOf({ source, response, bytes, at, requestId, code: refusal?.code ?? null })
  if (refusal === null && response.ok && isRecord(body)) return { body, evidence }
  // A proxy's page, or a redirect: whatever it is, it is not the platform's answer.
  if (refusal === null && response.status < 400) throw unanswered(vendor, mode, 'unreadable_answer')
  throw refused(dialect, response, refusal, evidence)
}

function refused(
  { vendor, kinds }: Dialect,
  { status, headers }: Response,
  refusal: { code: string; message: string | null } | null,
  evidence: Evidence,
): VendorError {
  const known = refusal && Object.hasOwn(kinds, refusal.code) ? kinds[refusal.code] : undefined
  const retryAfterMs = readRetryAfterMs(headers, Date.now())
  const details = {
    vendor,
    vendorCode: refusal?.code ?? `http_${status}`,
    httpStatus: status,
    ...(refusal?.message ? { vendorMessage: refusal.message } : {}),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(evidence.requestId !== null && { vendorRequestId: evidence.requestId }),
  }
  return new PlatformError(known ?? kindOfStatus(status), details, evidence)
}

function kindOfStatus(status: number): FailureKind {
  if (status === 429) return 'rate_limited'
  return status === 401 || status === 403 ? 'account_disconnected' : 'invalid_request'
}

interface Read {
  source: string
  response: Response
  bytes: Uint8Array
  at: Date
  requestId: string | null
  code: string | null
}

const evidenceOf = ({ source, response, bytes, at, requestId, code }: Read): Evidence => ({
  at: at.toISOString(),
  source,
  by: 'platform',
  httpStatus: response.status,
  vendorCode: code,
  requestId,
  answerHash: hashOf(bytes),
})

export const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Proof of what was not a call: a notice, or what a person gave. Without bytes nobody answered, and there is no hash. */
export const evidenceFrom = (
  source: string,
  { by, at, bytes, id }: { by: Evidence['by']; at: Date; bytes?: Uint8Array | string; id?: string },
): Evidence => ({
  at: at.toISOString(),
  source,
  by,
  httpStatus: null,
  vendorCode: null,
  requestId: id ?? null,
  answerHash: bytes === undefined ? null : hashOf(bytes),
})

export const textIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
/** Ids come as numbers from some and as text from others. */
export const idIn = (value: unknown): string | null =>
  typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : textIn(value)
export const recordIn = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {})
export const listIn = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : []

/** An answer that says yes and does not say what is needed. */
export function missingIn(vendor: string, mode: CallMode, what: string): VendorError {
  return unanswered(vendor, mode, `answer_without_${what}`)
}
