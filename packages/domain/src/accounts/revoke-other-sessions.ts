import type { DomainContext } from '../context.ts'
import { revokeSessions } from './revoke-sessions.ts'

/** Ends every session of the person but the present one; gives how many. */
export function revokeOtherSessions(
  ctx: DomainContext,
  input: { userId: string; currentSessionId: string },
): Promise<number> {
  const where = { userId: input.userId, id: { not: input.currentSessionId } }
  return revokeSessions(ctx, { where, reason: 'revoked' })
}
