import type { Wording } from '@mozhou/contracts/wording'
import type { ContentType, Route } from '@mozhou/platforms/platforms'

export interface Token {
  value: string
  /** ISO time. */
  expiresAt: string
}

/** JSON, to be sealed by whoever stores it. */
export type Credentials =
  | {
      way: 'oauth'
      /** Who the account is to our application. */
      openId: string
      access: Token
      refresh: Token
      scopes: readonly string[]
    }
  /** `keys` by the names of `AppKeysWay.fields`; `access` is null where none was drawn yet, or none is needed. */
  | { way: 'app_keys'; keys: Readonly<Record<string, string>>; access: Token | null }
  /** Nothing secret: a person publishes by hand. What they said of the account. */
  | { way: 'assisted'; name: string; url: string | null }

/**
 * An account for the length of one call. `renew` is called when the platform says that the token of `stale` has lapsed, or there is none: it takes the
 * account's lock, reads what is stored, calls `refresh` and stores the answer only if that is still what `stale` is, and gives what is stored then.
 */
export interface AccountSession {
  credentials: Credentials
  renew(stale: Credentials, signal: AbortSignal): Promise<Credentials>
}

/** What the application itself was given, JSON. */
export interface AppTokens {
  values: Readonly<Record<string, string>>
  /** ISO time until which they may be used for something new. */
  usableUntil: string
}

/** Drawing new ones ends the old ones, whoever holds them. */
export interface AppTokenStore {
  /** What is stored, unless there is nothing, it is no longer usable, or it is `stale`: then `draw` is called under a lock, and its answer stored. */
  find(stale: AppTokens | null, draw: () => Promise<AppTokens>): Promise<AppTokens>
}

export interface AccountProfile {
  /** The platform's own id; null where it names none. One account of a person is found again by it. */
  externalId: string | null
  name: string
  avatarUrl: string | null
  url: string | null
}

/** What an account can do with one type of content, as found out. JSON. */
export interface Capability {
  contentType: ContentType
  /** The best there is. */
  route: Route
  /** What it can do as well, better ones first: a work whose AI declaration `route` cannot make goes one of these ways. */
  otherRoutes: readonly Route[]
  /** Why it is no better; null where it is the best the platform has. */
  reason: Wording | null
  /** For `AdaptOptions.declarable`: whether the AI switch can be set this way; null: nobody knows better than the tables. */
  declarable: boolean | null
}

/** `credentials` are newer than those handed in where a token was drawn on the way. */
export interface Connected {
  credentials: Credentials
  profile: AccountProfile
  capabilities: readonly Capability[]
}

export interface OAuthWay {
  /** Pure. Where the person allows it; `state` comes back unchanged. */
  authorizeUrl(given: { redirectUrl: string; state: string }): string
  /** @throws VendorError `invalid_request` for a code that is used up or lapsed */
  exchange(given: { code: string; redirectUrl: string }, signal: AbortSignal): Promise<Connected>
}

export interface KeyField {
  name: string
  label: Wording
  /** Where the person finds it. */
  hint: Wording
  isSecret: boolean
  isRequired: boolean
}

export interface AppKeysWay {
  fields: readonly KeyField[]
  /** What the person has to set at the platform besides (addresses to allow, a callback); shown before the form. */
  steps: readonly Wording[]
  /** It takes calls only from addresses that the person lists there; left out: from any. */
  listsCallers?: boolean
  /** Checks them against the platform. @throws VendorError; `explain` says which field or setting is wrong */
  connect(keys: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Connected>
}

export interface AssistedWay {
  /** Pure: no platform is asked. The profile's address is the person's word; null when it is none of the platform's. */
  connect(given: { name: string; profileUrl: string | null }): Connected | null
}

/** The ways in which an account of this platform can be connected, best first; a way that is left out is not there. */
export interface Connections {
  oauth?: OAuthWay
  appKeys?: AppKeysWay
  assisted?: AssistedWay
}

/**
 * `due`: refresh before the next call (a call would do it by itself). `renewable`: whether `refresh` can help at all. `reconnectBy`: ISO time at which
 * the person must have connected anew; null: never.
 */
export interface Freshness {
  access: 'fresh' | 'due' | 'not_needed'
  renewable: boolean
  accessExpiresAt: string | null
  reconnectBy: string | null
}
