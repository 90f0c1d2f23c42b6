import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** 256 random bits; a plain SHA-256 of them cannot be guessed back, so no salt or slow hash is needed. */
export function newRefreshToken(): string {
  return randomBytes(32).toString('base64url')
}

export function refreshTokenHash(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest())
}

/** The one token that follows another; only who holds both the token and the key can tell it. */
export type SuccessorOf = (token: string) => string

/** An HMAC of the token, so that whoever asks twice is given the same one, although none is stored. */
export function createSuccessorOf(secretKey: string): SuccessorOf {
  const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'mozhou refresh-token successor', 32))
  return (token) => createHmac('sha256', key).update(token).digest('base64url')
}
