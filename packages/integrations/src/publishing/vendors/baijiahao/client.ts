import { disconnected } from '../../account-access.ts'
import type { Credentials } from '../../account-port.ts'
import { callPlatform, idIn, isRecord, textIn, type Dialect, type PlatformReply } from '../../platform-call.ts'
import type { PublishingTarget } from '../../port.ts'
import { kinds, vagueCodes, vendor } from './errors.ts'

const liveBaseUrl = 'https://baijiahao.baidu.com/builderinner/open/resource'

/** `{"errno", "errmsg", "data"}` in answers of 200; `data` has another type where something is wrong. */
const dialect: Dialect = {
  vendor,
  kinds,
  vague: vagueCodes,
  readRefusal(body) {
    if (!isRecord(body)) return null
    const code = idIn(body.errno) ?? 'no_errno'
    return code === '0' ? null : { code, message: textIn(body.errmsg) }
  },
  requestIdOf: (body) => (isRecord(body) ? idIn(body.logid) : null),
}

/** @throws VendorError `account_disconnected` for credentials of another way */
export function keysOf(credentials: Credentials): Readonly<Record<string, string>> {
  if (credentials.way !== 'app_keys') throw disconnected(vendor, 'no_keys')
  return credentials.keys
}

export interface BaijiahaoCall {
  target: PublishingTarget
  credentials: Credentials
  path: string
  mode: 'submit' | 'safe'
  fields: Readonly<Record<string, string | number>>
}

/** The token never lapses by itself; who it is goes along in every call. */
export function call(
  { target, credentials, path, mode, fields }: BaijiahaoCall,
  signal: AbortSignal,
): Promise<PlatformReply> {
  const { appId, appToken } = keysOf(credentials)
  const url = `${(target.baseUrl ?? liveBaseUrl).replace(/\/+$/u, '')}${path}`
  const body = { app_id: appId, app_token: appToken, ...fields }
  return callPlatform(target, dialect, { source: path.slice(1), mode, method: 'POST', url, body }, signal)
}
