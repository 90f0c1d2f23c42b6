import { createSecretKey } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { AppError } from '@mozhou/contracts/errors'
import type { SessionApp } from '@mozhou/contracts/accounts/kinds'
import jwt from 'jsonwebtoken'
import { z } from 'zod'

interface AccessTokenClaims {
  userId: string
  sessionId: string
  app: SessionApp
}

/** Both are computed at once: a token must not queue behind password hashes for the few threads that WebCrypto would share with them. */
export interface AccessTokens {
  /** A JWT (RFC 7519) signed with HS256. */
  sign(claims: AccessTokenClaims, times: { id: string; issuedAt: Date; expiresAt: Date }): string
  /** @throws AppError UNAUTHENTICATED for anything but a token of ours, for this app, in its time. */
  verify(token: string, app: SessionApp, now: Date): AccessTokenClaims
}

const issuer = 'mozhou'
/** RFC 7518, section 3.2: an HS256 key has at least the size of the hash. */
const minimumKeyBytes = 32
const clockToleranceSeconds = 5

const payloadShape = z.object({
  sub: z.string(),
  sid: z.string(),
  jti: z.string(),
  iat: z.number(),
  exp: z.number(),
})

export function createAccessTokens(secretKey: string): AccessTokens {
  const bytes = new TextEncoder().encode(secretKey)
  if (bytes.length < minimumKeyBytes) throw new Error(`SECRET_KEY must have at least ${minimumKeyBytes} bytes`)
  const key = createSecretKey(bytes)
  return {
    sign: ({ userId, sessionId, app }, { id, issuedAt, expiresAt }) =>
      jwt.sign({ sid: sessionId, iat: inSeconds(issuedAt), exp: inSeconds(expiresAt) }, key, {
        algorithm: 'HS256',
        issuer,
        audience: app,
        subject: userId,
        jwtid: id,
      }),
    verify: (token, app, now) => {
      const payload = payloadShape.safeParse(verifiedPayload(token, key, app, now)).data
      if (!payload) throw new AppError('UNAUTHENTICATED')
      return { userId: payload.sub, sessionId: payload.sid, app }
    },
  }
}

function verifiedPayload(token: string, key: KeyObject, app: SessionApp, now: Date): unknown {
  try {
    return jwt.verify(token, key, {
      algorithms: ['HS256'],
      issuer,
      audience: app,
      clockTimestamp: inSeconds(now),
      clockTolerance: clockToleranceSeconds,
    })
  } catch (cause) {
    if (cause instanceof jwt.JsonWebTokenError) throw new AppError('UNAUTHENTICATED', {}, { cause })
    throw cause
  }
}

const inSeconds = (time: Date) => Math.floor(time.getTime() / 1000)
