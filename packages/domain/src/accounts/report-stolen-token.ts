import { formatId } from '@mozhou/contracts/ids'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { revokeSessions } from './revoke-sessions.ts'

/** Ends the family of a refresh token that came back after its grace; owner and thief both have to sign in again. */
export async function reportStolenToken(
  ctx: DomainContext,
  theft: { sessionId: string; userId: string; ipAddress: string; requestId: string },
): Promise<void> {
  const revoked = await inTransaction(ctx, async (tx) => {
    const count = await revokeSessions(tx, { where: { id: theft.sessionId }, reason: 'token_reuse' })
    if (count === 0) return count
    await writeAuditRow(tx, {
      actorId: null,
      permission: 'none',
      action: 'session.refresh_token_reused',
      target: formatId('user', theft.userId),
      after: { sessionId: formatId('session', theft.sessionId), ipAddress: theft.ipAddress, isRevoked: true },
      requestId: theft.requestId,
    })
    return count
  })
  if (revoked > 0) ctx.log.warn({ sessionId: theft.sessionId, userId: theft.userId }, 'a used refresh token came back')
}
