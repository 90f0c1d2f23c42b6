import { lockUser } from '../accounts/lock-user.ts'
import type { TxContext } from '../context.ts'

/**
 * The locks of whom a paid order may concern: its own person, who invited them, and who invited those. Before anybody's credits, any coupon
 * and any budget. From the invited upwards, as refunds do (`lockBeneficiaries`): nobody stands above themselves, so nobody waits in a ring.
 */
export async function lockInviters(tx: TxContext, userId: string): Promise<void> {
  const above = await tx.prisma.$queryRaw<{ referrerId: string }[]>`
    WITH RECURSIVE above AS (
      SELECT referrer_id, 1 AS level FROM referral_relations WHERE referee_id = ${userId}::uuid
      UNION ALL
      SELECT r.referrer_id, a.level + 1 FROM above a JOIN referral_relations r ON r.referee_id = a.referrer_id WHERE a.level < 2)
    SELECT referrer_id AS "referrerId" FROM above ORDER BY level`
  if (above.length === 0) return
  await tx.prisma.$executeRaw(lockUser(userId))
  for (const { referrerId } of above) await tx.prisma.$executeRaw(lockUser(referrerId))
}
