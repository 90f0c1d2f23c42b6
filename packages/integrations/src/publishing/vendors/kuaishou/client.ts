import { openAccess, type AccountAccess } from '../../account-access.ts'
import type { AccountSession } from '../../account-port.ts'
import {
  callPlatform,
  idIn,
  isRecord,
  textIn,
  type Dialect,
  type PlatformReply,
  type PlatformRequest,
} from '../../platform-call.ts'
import { refusedHere } from '../../platform-error.ts'
import type { PublishingTarget } from '../../port.ts'
import { kinds, lapsedCodes, vendor } from './errors.ts'

const liveBaseUrl = 'https://open.kuaishou.com'

/** `{"result": 1}` is good; anything else comes with `error_msg`, in an answer of 200. */
export const dialect: Dialect = {
  vendor,
  kinds,
  vague: [],
  readRefusal(body) {
    if (!isRecord(body)) return null
    const code = idIn(body.result) ?? 'no_result'
    return code === '1' ? null : { code, message: textIn(body.error_msg) }
  },
  requestIdOf: (body) => (isRecord(body) ? textIn(body.request_id) : null),
}

export const accessTo = (session: AccountSession): AccountAccess => openAccess(vendor, lapsedCodes, session)

export const baseOf = ({ baseUrl }: PublishingTarget): string => (baseUrl ?? liveBaseUrl).replace(/\/+$/u, '')

export function appOf({ app }: PublishingTarget): { id: string; secret: string } {
  if (app === null) throw refusedHere(vendor, 'no_app')
  return app
}

/** Parameters go in the address, to which the platform's documents hold even for tokens. */
export function urlOf(target: PublishingTarget, path: string, query: Readonly<Record<string, string>>): string {
  return `${baseOf(target)}${path}?${new URLSearchParams(query).toString()}`
}

export interface KuaishouCall extends Pick<PlatformRequest, 'mode' | 'method'> {
  path: string
  query?: Readonly<Record<string, string>>
  body?: FormData | URLSearchParams
}

/** One call with the account's token. */
export function call(
  target: PublishingTarget,
  access: AccountAccess,
  { path, mode, method, query = {}, body }: KuaishouCall,
  signal: AbortSignal,
): Promise<PlatformReply> {
  const source = path.replace('/openapi/', '')
  return access.run(signal, (token) => {
    const url = urlOf(target, path, { app_id: appOf(target).id, access_token: token, ...query })
    return callPlatform(target, dialect, { source, mode, method, url, ...(body && { body }) }, signal)
  })
}
