import { VendorError } from '@mozhou/contracts/vendor-error'
import type { AccountSession, Credentials, Freshness, Token } from './account-port.ts'
import { isCode } from './platform-error.ts'

/** Keeps the newest credentials through one operation, and renews them once where the platform says that they have lapsed. */
export interface AccountAccess {
  readonly credentials: Credentials
  run<T>(signal: AbortSignal, call: (token: string, credentials: Credentials) => Promise<T>): Promise<T>
}

/** What a connector can do nothing about: only the person can. */
export const disconnected = (vendor: string, vendorCode: string, cause?: unknown): VendorError =>
  new VendorError('account_disconnected', { vendor, vendorCode, cause })

/** `lapsed`: the platform's codes for a token that has run out or was replaced. */
export function openAccess(vendor: string, lapsed: readonly string[], session: AccountSession): AccountAccess {
  let credentials = session.credentials
  const renew = async (signal: AbortSignal) => {
    credentials = await session.renew(credentials, signal)
    return tokenOf(vendor, credentials)
  }
  return {
    get credentials() {
      return credentials
    },
    async run(signal, call) {
      const held = accessOf(credentials)?.value ?? (await renew(signal))
      try {
        return await call(held, credentials)
      } catch (error) {
        if (!isCode(error, ...lapsed)) throw error
      }
      try {
        return await call(await renew(signal), credentials)
      } catch (error) {
        if (isCode(error, ...lapsed)) throw disconnected(vendor, error.details.vendorCode ?? 'token_lapsed', error)
        throw error
      }
    },
  }
}

export const accessOf = (credentials: Credentials): Token | null =>
  credentials.way === 'assisted' ? null : credentials.access

function tokenOf(vendor: string, credentials: Credentials): string {
  const token = accessOf(credentials)
  if (token === null) throw disconnected(vendor, 'no_token')
  return token.value
}

const isPast = (token: Token, now: Date, marginMs: number) => Date.parse(token.expiresAt) - marginMs <= now.getTime()

/** Tokens that live for hours are drawn anew a few minutes early, and those that live for days an hour. */
export function freshnessOf(credentials: Credentials, now: Date, marginMs: number): Freshness {
  const access = accessOf(credentials)
  if (credentials.way === 'assisted')
    return { access: 'not_needed', renewable: false, accessExpiresAt: null, reconnectBy: null }
  const refresh = credentials.way === 'oauth' ? credentials.refresh : null
  return {
    access: access !== null && !isPast(access, now, marginMs) ? 'fresh' : 'due',
    renewable: refresh === null || !isPast(refresh, now, 0),
    accessExpiresAt: access?.expiresAt ?? null,
    reconnectBy: refresh?.expiresAt ?? null,
  }
}

export const expiresIn = (now: Date, seconds: unknown, fallback: number): string =>
  new Date(now.getTime() + (typeof seconds === 'number' && seconds > 0 ? seconds : fallback) * 1_000).toISOString()
