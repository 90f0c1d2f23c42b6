import { openAccess, type AccountAccess } from '../../account-access.ts'
import type { AccountSession } from '../../account-port.ts'
import {
  callPlatform,
  idIn,
  isRecord,
  textIn,
  timeoutsOf,
  type Dialect,
  type PlatformReply,
} from '../../platform-call.ts'
import type { PublishingTarget } from '../../port.ts'
import { kinds, lapsedCodes, vagueCodes, vendor } from './errors.ts'

const liveBaseUrl = 'https://api.weixin.qq.com'

/** `{"errcode", "errmsg"}` in an answer of 200; good answers have none, or 0. */
export const dialect: Dialect = {
  vendor,
  kinds,
  vague: vagueCodes,
  readRefusal(body) {
    const code = isRecord(body) ? idIn(body.errcode) : null
    if (code === null || code === '0') return null
    return { code, message: isRecord(body) ? textIn(body.errmsg) : null }
  },
  requestIdOf: (body) => (isRecord(body) ? (/rid: ([\w-]+)/u.exec(textIn(body.errmsg) ?? '')?.[1] ?? null) : null),
}

export interface WechatCall {
  /** `cgi-bin/…`, with a query where one is needed. */
  path: string
  mode: 'submit' | 'safe'
  body: Readonly<Record<string, unknown>> | FormData
}

export const urlOf = ({ baseUrl }: PublishingTarget, path: string): string =>
  `${(baseUrl ?? liveBaseUrl).replace(/\/+$/u, '')}/${path}`

export const accessTo = (session: AccountSession): AccountAccess => openAccess(vendor, lapsedCodes, session)

/** One call with the account's token; a token that has lapsed is renewed once. */
export function call(
  target: PublishingTarget,
  access: AccountAccess,
  { path, mode, body }: WechatCall,
  signal: AbortSignal,
): Promise<PlatformReply> {
  const source = path.replace(/^cgi-bin\//u, '').replace(/\?.*$/u, '')
  const isUpload = body instanceof FormData
  return access.run(signal, (token) => {
    const url = `${urlOf(target, path)}${path.includes('?') ? '&' : '?'}access_token=${encodeURIComponent(token)}`
    const timeoutMs = isUpload ? { timeoutMs: timeoutsOf(target).uploadMs } : {}
    return callPlatform(target, dialect, { source, mode, method: 'POST', url, body, ...timeoutMs }, signal)
  })
}
