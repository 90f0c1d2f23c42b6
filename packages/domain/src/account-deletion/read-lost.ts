import type { LostDto } from '@mozhou/contracts/account-deletion/answers'
import type { TxContext } from '../context.ts'

interface LostRow extends Omit<LostDto, 'memberUntil' | 'fileBytes'> {
  memberUntil: Date | null
  fileBytes: bigint
}

/** What goes with an account, as it stands now: numbers, no names. */
export async function readLost(ctx: Pick<TxContext, 'prisma' | 'clock'>, userId: string): Promise<LostDto> {
  const now = ctx.clock.now()
  const [row] = await ctx.prisma.$queryRaw<[LostRow]>`
    SELECT
      coalesce((SELECT balance FROM credit_accounts WHERE user_id = ${userId}::uuid AND unit = 'credits'), 0) AS credits,
      coalesce((SELECT balance FROM credit_accounts WHERE user_id = ${userId}::uuid AND unit = 'cash'), 0) AS "cashFen",
      EXISTS (SELECT 1 FROM credit_accounts WHERE user_id = ${userId}::uuid AND unit = 'credits' AND balance > 0)
        AND EXISTS (SELECT 1 FROM orders WHERE user_id = ${userId}::uuid AND kind = 'recharge'
          AND status IN ('fulfilled', 'partially_refunded') AND payable_fen > 0) AS "hasPaidCredits",
      (SELECT count(*)::int FROM creations WHERE user_id = ${userId}::uuid AND status <> 'draft' AND purged_at IS NULL) AS works,
      (SELECT count(*)::int FROM files WHERE user_id = ${userId}::uuid) AS files,
      coalesce((SELECT bytes FROM file_space WHERE user_id = ${userId}::uuid), 0)::bigint AS "fileBytes",
      (SELECT max(ends_at) FROM membership_periods WHERE user_id = ${userId}::uuid AND ends_at > ${now}) AS "memberUntil",
      (SELECT count(*)::int FROM orders WHERE user_id = ${userId}::uuid AND status = 'pending') AS "pendingOrders",
      (SELECT count(*)::int FROM renewals WHERE user_id = ${userId}::uuid AND status IN ('active', 'signing')) AS renewals,
      (SELECT count(*)::int FROM api_keys WHERE user_id = ${userId}::uuid AND revoked_at IS NULL) AS "apiKeys"`
  return { ...row, fileBytes: Number(row.fileBytes), memberUntil: row.memberUntil?.toISOString() ?? null }
}
