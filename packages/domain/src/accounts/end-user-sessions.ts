import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { refuseReachingUp } from './refuse-reaching-up.ts'
import { revokeSessions } from './revoke-sessions.ts'

/**
 * An operator signs somebody out: of one session, or everywhere. Bites with the next request. API keys are no sessions and stay.
 * @throws AppError SESSION_NOT_FOUND when there was none to end, USER_NOT_FOUND, USER_IS_ONESELF, USER_ABOVE
 */
export function endUserSessions(
  ctx: DomainContext,
  input: { actor: Actor; userId: string; sessionId?: string },
): Promise<{ ended: number }> {
  const { actor, userId, sessionId } = input
  return inTransaction(ctx, async (tx) => {
    await refuseReachingUp(tx, { actor, userId })
    const where = { userId, ...(sessionId === undefined ? {} : { id: sessionId }) }
    const ended = await revokeSessions(tx, { where, reason: 'revoked' })
    if (ended === 0) throw new AppError('SESSION_NOT_FOUND')
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'user:sessions',
      action: 'user.end_sessions',
      target: formatId('user', userId),
      after: { ended, ...(sessionId === undefined ? {} : { session: formatId('session', sessionId) }) },
      requestId: actor.requestId,
    })
    return { ended }
  })
}
