import type { ChangePasswordInput } from '@mozhou/contracts/accounts/inputs'
import { AppError } from '@mozhou/contracts/errors'
import { revokeApiKeys } from '../api-keys/revoke-api-keys.ts'
import { notify } from '../notifications/notify.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { inTransaction } from '../transaction.ts'
import type { AccountsContext } from './accounts-context.ts'
import { confirmPassword } from './confirm-password.ts'
import type { SessionClient } from './session-client.ts'
import { issueTokens } from './issue-tokens.ts'
import type { IssuedTokens } from './issue-tokens.ts'
import { openSession } from './open-session.ts'
import { hashPassword } from './password-hash.ts'
import { inPasswordTurn } from './password-turns.ts'
import { revokeSessions } from './revoke-sessions.ts'

/**
 * Ends every session, also this one, and every API key: whoever copied a token, or made a key with it, is out. The caller goes
 * on with new tokens.
 * @throws AppError PASSWORD_WRONG, LOGIN_LOCKED, PASSWORD_CHECKS_BUSY
 */
export async function changePassword(
  ctx: AccountsContext,
  input: ChangePasswordInput & { userId: string; client: SessionClient },
): Promise<IssuedTokens> {
  const { userId, client } = input
  const user = await confirmPassword(ctx, { userId, password: input.currentPassword, ipAddress: client.ipAddress })
  const passwordHash = await inPasswordTurn(() => hashPassword(input.newPassword))
  const opened = await inTransaction(ctx, async (tx) => {
    const now = tx.clock.now()
    const changed = await tx.prisma.user.updateMany({
      where: { id: userId, passwordHash: user.passwordHash },
      data: { passwordHash, passwordChangedAt: now, updatedAt: now },
    })
    // Somebody changed it in the meantime, so the given one is no longer right.
    if (changed.count === 0) throw new AppError('PASSWORD_WRONG')
    await revokeSessions(tx, { where: { userId }, reason: 'password_changed' })
    await revokeApiKeys(tx, { where: { userId }, reason: 'password_changed' })
    const session = await openSession(tx, { userId, client })
    const event = { kind: 'password_changed', params: { isReset: false } } as const
    await notify(tx, { userId, event, key: `password_changed:${session.sessionId}` })
    return session
  })
  await wakeReaders(ctx, userId)
  return issueTokens(ctx, { ...opened, userId, app: client.app })
}
