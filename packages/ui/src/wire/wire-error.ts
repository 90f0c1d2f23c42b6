import { TRPCClientError } from '@trpc/client'
import type { ErrorParams, FieldIssue, ShownCode, WireError } from '@mozhou/contracts/errors'
import { isErrorCode } from '@mozhou/contracts/errors'

export type { FieldIssue, ShownCode }

export interface ShownError {
  code: ShownCode
  params: ErrorParams
  requestId: string | null
  fields: FieldIssue[]
}

/** What a caught value means to a person: the API's own error, a lost connection, or a fault of ours. */
export function toShownError(error: unknown): ShownError {
  const wire = error instanceof TRPCClientError ? wireErrorOf(error.data) : null
  if (wire) return { code: wire.code, params: wire.params, requestId: wire.requestId, fields: wire.fields ?? [] }
  return { code: isLostConnection(error) ? 'NETWORK' : 'INTERNAL', params: {}, requestId: null, fields: [] }
}

/** What a refusal of an endpoint outside tRPC means: its body is `{ error: { code, params, requestId } }`. */
export function restError(body: string): ShownError {
  const wire = wireErrorOf({ app: errorIn(body) })
  // A proxy whose API is down answers with a page of its own.
  if (!wire) return { code: 'NETWORK', params: {}, requestId: null, fields: [] }
  return { code: wire.code, params: wire.params, requestId: wire.requestId, fields: wire.fields ?? [] }
}

function errorIn(body: string): unknown {
  try {
    const parsed: unknown = JSON.parse(body)
    return isRecord(parsed) ? parsed['error'] : null
  } catch (cause) {
    if (cause instanceof SyntaxError) return null
    throw cause
  }
}

const signedOutCodes: readonly ShownCode[] = [
  'UNAUTHENTICATED',
  'SESSION_EXPIRED',
  'SESSION_REVOKED',
  'ACCOUNT_SUSPENDED',
  'ACCOUNT_CLOSING',
]

/** Codes after which only signing in again helps. */
export function isSignedOut(code: ShownCode): boolean {
  return signedOutCodes.includes(code)
}

/** Whether the API answered at all; if not, the same request key must be used again. */
export function wasAnswered(error: unknown): boolean {
  return error instanceof TRPCClientError && wireErrorOf(error.data) !== null
}

function isLostConnection(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return error instanceof TypeError
  // A proxy whose API is down answers 502 with a page of its own: to the person that is the same as no network.
  return error.data === undefined || error.data === null
}

function wireErrorOf(data: unknown): WireError | null {
  if (!isRecord(data) || !isRecord(data['app'])) return null
  const { code, params, requestId, fields } = data['app']
  if (!isErrorCode(code)) return null
  return {
    code,
    params: isRecord(params) ? paramsOf(params) : {},
    requestId: typeof requestId === 'string' ? requestId : '',
    fields: Array.isArray(fields) ? fields.flatMap(issueOf) : [],
  }
}

function issueOf(row: unknown): FieldIssue[] {
  if (!isRecord(row) || typeof row['path'] !== 'string' || typeof row['rule'] !== 'string') return []
  return [{ path: row['path'], rule: row['rule'], params: isRecord(row['params']) ? paramsOf(row['params']) : {} }]
}

function paramsOf(record: Record<string, unknown>): ErrorParams {
  return Object.fromEntries(
    Object.entries(record).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
