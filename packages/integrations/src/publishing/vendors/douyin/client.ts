import { disconnected, openAccess, type AccountAccess } from '../../account-access.ts'
import type { AccountSession } from '../../account-port.ts'
import {
  callPlatform,
  idIn,
  isRecord,
  recordIn,
  textIn,
  timeoutsOf,
  type Dialect,
  type PlatformReply,
  type PlatformRequest,
} from '../../platform-call.ts'
import { refusedHere } from '../../platform-error.ts'
import type { PublishingTarget } from '../../port.ts'
import { kinds, lapsedCodes, vagueCodes, vendor } from './errors.ts'

const liveBaseUrl = 'https://open.douyin.com'

/** `{"data": {"error_code"}, "extra": {…}}` in answers of 200; either half may hold the code. */
export const dialect: Dialect = {
  vendor,
  kinds,
  vague: vagueCodes,
  readRefusal(body) {
    if (!isRecord(body)) return null
    const parts = [recordIn(body.data), recordIn(body.extra)]
    const part = parts.find(({ error_code: code }) => (idIn(code) ?? '0') !== '0')
    if (part) return { code: idIn(part.error_code) ?? '', message: textIn(part.description) }
    return parts.some((one) => 'error_code' in one) ? null : { code: 'no_error_code', message: textIn(body.message) }
  },
  requestIdOf: (body) => (isRecord(body) ? textIn(recordIn(body.extra).logid) : null),
}

export const accessTo = (session: AccountSession): AccountAccess => openAccess(vendor, lapsedCodes, session)

export const baseOf = ({ baseUrl }: PublishingTarget): string => (baseUrl ?? liveBaseUrl).replace(/\/+$/u, '')

export function appOf({ app }: PublishingTarget): { id: string; secret: string } {
  if (app === null) throw refusedHere(vendor, 'no_app')
  return app
}

export interface DouyinCall extends Pick<PlatformRequest, 'mode' | 'method' | 'body'> {
  path: string
  query?: Readonly<Record<string, string>>
}

const sourceOf = (path: string) => path.replace(/^\/(?:api\/douyin\/v1\/)?/u, '').replace(/\/$/u, '')

/** With a token given: the application's own, or none. */
export function callPlain(
  target: PublishingTarget,
  token: string | null,
  { path, mode, method, query = {}, body }: DouyinCall,
  signal: AbortSignal,
): Promise<PlatformReply> {
  const search = new URLSearchParams(query).toString()
  const url = `${baseOf(target)}${path}${search === '' ? '' : `?${search}`}`
  const headers: Record<string, string> = token === null ? {} : { 'access-token': token }
  const isUpload = body instanceof FormData
  const timeoutMs = isUpload ? { timeoutMs: timeoutsOf(target).uploadMs } : {}
  const request = { source: sourceOf(path), mode, method, url, headers, ...(body && { body }), ...timeoutMs }
  return callPlatform(target, dialect, request, signal)
}

/** One call with the account's token, for the account. */
export function call(
  target: PublishingTarget,
  access: AccountAccess,
  request: DouyinCall,
  signal: AbortSignal,
): Promise<PlatformReply> {
  return access.run(signal, (token, credentials) => {
    if (credentials.way !== 'oauth') throw disconnected(vendor, 'no_token')
    const query = { open_id: credentials.openId, ...request.query }
    return callPlain(target, token, { ...request, query }, signal)
  })
}
