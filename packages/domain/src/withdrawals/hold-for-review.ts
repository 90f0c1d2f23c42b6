import type { TxContext } from '../context.ts'
import { lockUser } from '../accounts/lock-user.ts'

/** A rule of referrals, or a person, wants finance to look at what somebody has under way; one that was sent stays. @returns whether one waits now */
export async function holdForReview(tx: TxContext, { userId }: { userId: string }): Promise<boolean> {
  await tx.prisma.$executeRaw(lockUser(userId))
  const held = await tx.prisma.$executeRaw`
    UPDATE withdrawals SET status = 'in_review', review_reasons = array_append(array_remove(review_reasons, 'held'), 'held'),
      approved_at = NULL, tax_policy = NULL, tax_fen = NULL, net_fen = NULL
    WHERE user_id = ${userId}::uuid AND status IN ('requested', 'in_review', 'approved')`
  return held > 0
}
