import { createHash, randomBytes } from 'node:crypto'
import { apiKeyPrefix } from '@mozhou/contracts/api-keys/inputs'

/** 256 random bits behind a prefix that secret scanners know. */
export function newApiKey(): string {
  return `${apiKeyPrefix}${randomBytes(32).toString('base64url')}`
}

/** A plain SHA-256 of 256 random bits cannot be guessed back, so no salt or slow hash is needed. */
export function apiKeyHash(key: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(key).digest())
}

/** What may be shown for ever: the prefix with four characters, and the last four. */
export function shownParts(key: string): { prefix: string; last4: string } {
  return { prefix: key.slice(0, apiKeyPrefix.length + 4), last4: key.slice(-4) }
}

export function isApiKey(token: string): boolean {
  return token.startsWith(apiKeyPrefix)
}
