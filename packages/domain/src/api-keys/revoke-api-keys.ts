import type { TxContext } from '../context.ts'

export type ApiKeyRevokeReason = 'revoked' | 'password_changed'

/** Ends the selected keys; the very next request with one of them is refused. */
export async function revokeApiKeys(
  tx: Pick<TxContext, 'prisma' | 'clock'>,
  input: { where: { userId: string; id?: string }; reason: ApiKeyRevokeReason },
): Promise<number> {
  const revoked = await tx.prisma.apiKey.updateMany({
    where: { ...input.where, revokedAt: null },
    data: { revokedAt: tx.clock.now(), revokedReason: input.reason },
  })
  return revoked.count
}
