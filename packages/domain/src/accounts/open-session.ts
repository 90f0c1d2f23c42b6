import type { TxContext } from '../context.ts'
import type { SessionClient } from './session-client.ts'
import { newRefreshToken, refreshTokenHash } from './refresh-token.ts'

export interface OpenedSession {
  sessionId: string
  refreshToken: string
  refreshTokenExpiresAt: Date
}

/** A login on one device and the first refresh token of its family. */
export async function openSession(
  tx: TxContext,
  input: { userId: string; client: SessionClient },
): Promise<OpenedSession> {
  const sessionId = tx.newId()
  const now = tx.clock.now()
  await tx.prisma.session.create({
    data: {
      id: sessionId,
      userId: input.userId,
      app: input.client.app,
      userAgent: input.client.userAgent.slice(0, 300),
      ipAddress: input.client.ipAddress,
      createdAt: now,
      lastUsedAt: now,
      expiresAt: refreshExpiry(tx, now),
    },
    select: { id: true },
  })
  const refreshToken = newRefreshToken()
  const refreshTokenExpiresAt = refreshExpiry(tx, now)
  await tx.prisma.refreshToken.create({
    data: {
      id: tx.newId(),
      sessionId,
      tokenHash: refreshTokenHash(refreshToken),
      createdAt: now,
      expiresAt: refreshTokenExpiresAt,
    },
    select: { id: true },
  })
  return { sessionId, refreshToken, refreshTokenExpiresAt }
}

export function refreshExpiry(tx: Pick<TxContext, 'settings'>, now: Date): Date {
  return new Date(now.getTime() + tx.settings.refreshTokenDays * 86_400_000)
}
