import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits; a plain SHA-256 of them cannot be guessed back, so no salt or slow hash is needed. */
export function newRefreshToken(): string {
  return randomBytes(32).toString('base64url')
}

export function refreshTokenHash(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest())
}
