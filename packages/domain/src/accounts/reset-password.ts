import type { ResetPasswordInput } from '@mozhou/contracts/accounts/inputs'
import { AppError } from '@mozhou/contracts/errors'
import { revokeApiKeys } from '../api-keys/revoke-api-keys.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { notify } from '../notifications/notify.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { inTransaction } from '../transaction.ts'
import { hashPassword } from './password-hash.ts'
import { inPasswordTurn } from './password-turns.ts'
import { refreshTokenHash } from './refresh-token.ts'
import { revokeSessions } from './revoke-sessions.ts'

/**
 * Takes a link once and sets the new password. Every session ends, every API key is revoked, failed logins are forgotten; links that were
 * sent before are of no use any more.
 * @throws AppError PASSWORD_RESET_INVALID: unknown, used, too old, of another address, or from before the last change; PASSWORD_CHECKS_BUSY
 */
export async function resetPassword(ctx: DomainContext, { token, newPassword }: ResetPasswordInput): Promise<void> {
  const tokenHash = refreshTokenHash(token)
  // Before the costly hash; what is true then is decided once more below.
  const isThere = await ctx.prisma.passwordReset.count({
    where: { tokenHash, usedAt: null, expiresAt: { gt: ctx.clock.now() } },
  })
  if (isThere === 0) throw new AppError('PASSWORD_RESET_INVALID')
  const passwordHash = await inPasswordTurn(() => hashPassword(newPassword))
  const userId = await inTransaction(ctx, async (tx) => {
    const { id, owner } = await takeReset(tx, tokenHash)
    const now = tx.clock.now()
    await tx.prisma.user.update({
      where: { id: owner },
      data: { passwordHash, passwordChangedAt: now, updatedAt: now },
      select: { id: true },
    })
    await revokeSessions(tx, { where: { userId: owner }, reason: 'password_changed' })
    await revokeApiKeys(tx, { where: { userId: owner }, reason: 'password_changed' })
    await tx.prisma.loginFailure.deleteMany({ where: { loginKey: `user:${owner}` } })
    const event = { kind: 'password_changed', params: { isReset: true } } as const
    await notify(tx, { userId: owner, event, key: `password_reset:${id}` })
    return owner
  })
  await wakeReaders(ctx, userId)
}

/** The second of two at once waits here, and finds it used. */
async function takeReset(tx: TxContext, tokenHash: Uint8Array): Promise<{ id: string; owner: string }> {
  const now = tx.clock.now()
  const [taken] = await tx.prisma.$queryRaw<{ id: string; owner: string }[]>`
    UPDATE password_resets r SET used_at = ${now}, sealed_token = NULL FROM users u
    WHERE r.token_hash = ${tokenHash} AND r.used_at IS NULL AND r.expires_at > ${now}
      AND u.id = r.user_id AND u.email_key = r.email_key AND u.status IN ('active', 'closing') AND u.password_changed_at <= r.created_at
    RETURNING r.id, u.id AS owner`
  if (!taken) throw new AppError('PASSWORD_RESET_INVALID')
  return taken
}
