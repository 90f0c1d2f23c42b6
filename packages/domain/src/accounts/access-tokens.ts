import { AppError } from '@mozhou/contracts/errors'
import { jwtVerify, SignJWT } from 'jose'
import { JOSEError } from 'jose/errors'
import type { SessionApp } from '@mozhou/contracts/accounts/kinds'

interface AccessTokenClaims {
  userId: string
  sessionId: string
  app: SessionApp
}

export interface AccessTokens {
  /** A JWT (RFC 7519) signed with HS256. */
  sign(claims: AccessTokenClaims, times: { id: string; issuedAt: Date; expiresAt: Date }): Promise<string>
  /** @throws AppError UNAUTHENTICATED for anything but a token of ours, for this app, in its time. */
  verify(token: string, app: SessionApp, now: Date): Promise<AccessTokenClaims>
}

const issuer = 'mozhou'
/** RFC 7518, section 3.2: an HS256 key has at least the size of the hash. */
const minimumKeyBytes = 32
const clockToleranceSeconds = 5

export function createAccessTokens(secretKey: string): AccessTokens {
  const key = new TextEncoder().encode(secretKey)
  if (key.length < minimumKeyBytes) throw new Error(`SECRET_KEY must have at least ${minimumKeyBytes} bytes`)
  return {
    sign: ({ userId, sessionId, app }, { id, issuedAt, expiresAt }) =>
      new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(app)
        .setSubject(userId)
        .setJti(id)
        .setIssuedAt(issuedAt)
        .setExpirationTime(expiresAt)
        .sign(key),
    verify: async (token, app, now) => {
      const payload = await verifiedPayload(token, key, app, now)
      const { sub: userId, sid: sessionId } = payload
      if (typeof userId !== 'string' || typeof sessionId !== 'string') throw new AppError('UNAUTHENTICATED')
      return { userId, sessionId, app }
    },
  }
}

async function verifiedPayload(token: string, key: Uint8Array, app: SessionApp, now: Date) {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      issuer,
      audience: app,
      currentDate: now,
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ['sub', 'sid', 'jti', 'iat', 'exp'],
    })
    return payload
  } catch (cause) {
    if (cause instanceof JOSEError) throw new AppError('UNAUTHENTICATED', {}, { cause })
    throw cause
  }
}
