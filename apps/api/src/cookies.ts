import type { IssuedTokens } from '@mozhou/domain/accounts/issue-tokens'
import type { SessionApp } from '@mozhou/contracts/accounts/kinds'
import type { CookieOptions, Request, Response } from 'express'

type BrowserApp = Exclude<SessionApp, 'api'>
type CookieKind = 'access' | 'refresh'

/** Whose cookie, and whether it travels over TLS alone, as it always does in production. */
interface CookieOwner {
  app: BrowserApp
  isSecure: boolean
}

/**
 * The apps share a host in development, so their cookies differ by name. `__Host-` (RFC 6265bis, section 4.1.3.2): browsers take such a
 * name over TLS only, for the whole host and from no other, so that a neighbouring subdomain cannot plant a session.
 */
const cookieName = ({ app, isSecure }: CookieOwner, kind: CookieKind) => `${isSecure ? '__Host-' : ''}mz_${app}_${kind}`

export function readCookie(request: Request, owner: CookieOwner, kind: CookieKind): string | null {
  return readNamedCookie(request, cookieName(owner, kind))
}

export function readNamedCookie(request: Request, name: string): string | null {
  const prefix = `${name}=`
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length) || null
}

export function setSessionCookies(response: Response, owner: CookieOwner, tokens: IssuedTokens): void {
  assertHeadOpen(response)
  const set = (kind: CookieKind, value: string, expiresAt: string) =>
    response.cookie(cookieName(owner, kind), value, { ...attributes(owner), expires: new Date(expiresAt) })
  set('access', tokens.accessToken, tokens.accessTokenExpiresAt)
  set('refresh', tokens.refreshToken, tokens.refreshTokenExpiresAt)
}

export function clearSessionCookies(response: Response, owner: CookieOwner): void {
  assertHeadOpen(response)
  for (const kind of ['access', 'refresh'] as const) {
    response.clearCookie(cookieName(owner, kind), attributes(owner))
  }
}

const deviceCookie = ({ isSecure }: Pick<CookieOwner, 'isSecure'>) => `${isSecure ? '__Host-' : ''}mz_device`

/** What a browser is known by, whoever is signed in. It stays when they sign out; it opens nothing. */
export function readDeviceCookie(request: Request, owner: CookieOwner): string | null {
  return readNamedCookie(request, deviceCookie(owner))
}

export function setDeviceCookie(response: Response, owner: CookieOwner, mark: string, maxAgeMs: number): void {
  assertHeadOpen(response)
  response.cookie(deviceCookie(owner), mark, { ...attributes(owner), maxAge: maxAgeMs })
}

/** Tokens are base64url and dots, so nothing is encoded. */
function attributes({ isSecure }: CookieOwner): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/', encode: (value) => value }
}

function assertHeadOpen(response: Response): void {
  if (response.headersSent) throw new Error('cookies cannot be set: the head of this response is already sent')
}
