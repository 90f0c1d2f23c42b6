import type { IssuedTokens } from '@mozhou/domain/accounts/issue-tokens'
import type { SessionApp } from '@mozhou/contracts/accounts/kinds'
import type { CookieOptions, Request, Response } from 'express'

type BrowserApp = Exclude<SessionApp, 'api'>
type CookieKind = 'access' | 'refresh'

/** The apps share a host in development, so their cookies differ by name. */
const cookieName = (app: BrowserApp, kind: CookieKind) => `mz_${app}_${kind}`

export function readCookie(request: Request, app: BrowserApp, kind: CookieKind): string | null {
  return readNamedCookie(request, cookieName(app, kind))
}

export function readNamedCookie(request: Request, name: string): string | null {
  const prefix = `${name}=`
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length) || null
}

export function setSessionCookies(
  response: Response,
  input: { app: BrowserApp; tokens: IssuedTokens; isSecure: boolean },
): void {
  const { app, tokens, isSecure } = input
  assertHeadOpen(response)
  const set = (kind: CookieKind, value: string, expiresAt: string) =>
    response.cookie(cookieName(app, kind), value, { ...attributes(isSecure), expires: new Date(expiresAt) })
  set('access', tokens.accessToken, tokens.accessTokenExpiresAt)
  set('refresh', tokens.refreshToken, tokens.refreshTokenExpiresAt)
}

export function clearSessionCookies(response: Response, input: { app: BrowserApp; isSecure: boolean }): void {
  assertHeadOpen(response)
  for (const kind of ['access', 'refresh'] as const) {
    response.clearCookie(cookieName(input.app, kind), attributes(input.isSecure))
  }
}

/** Tokens are base64url and dots, so nothing is encoded. */
function attributes(isSecure: boolean): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/', encode: (value) => value }
}

function assertHeadOpen(response: Response): void {
  if (response.headersSent) throw new Error('cookies cannot be set: the head of this response is already sent')
}
