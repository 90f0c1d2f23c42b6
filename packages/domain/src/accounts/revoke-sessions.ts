import type { TxContext } from '../context.ts'

export type RevokeReason = 'logout' | 'revoked' | 'password_changed' | 'suspended' | 'token_reuse' | 'account_closing'

interface Selection {
  id?: string | { not: string }
  userId?: string
}

/** Ends the selected sessions that are still open. Their access tokens die with the next request that shows one. */
export async function revokeSessions(
  tx: Pick<TxContext, 'prisma' | 'clock'>,
  input: { where: Selection; reason: RevokeReason },
): Promise<number> {
  const revoked = await tx.prisma.session.updateMany({
    where: { ...input.where, revokedAt: null },
    data: { revokedAt: tx.clock.now(), revokedReason: input.reason },
  })
  return revoked.count
}
