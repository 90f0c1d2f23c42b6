import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { revokeSessions } from './revoke-sessions.ts'

/** @throws AppError SESSION_NOT_FOUND when it is somebody else's or already over */
export async function revokeSession(ctx: DomainContext, input: { userId: string; sessionId: string }): Promise<void> {
  const where = { id: input.sessionId, userId: input.userId }
  const count = await revokeSessions(ctx, { where, reason: 'revoked' })
  if (count === 0) throw new AppError('SESSION_NOT_FOUND')
}
