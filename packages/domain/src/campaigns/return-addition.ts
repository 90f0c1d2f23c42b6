import type { RebateLevel } from '@mozhou/contracts/referrals/kinds'
import type { TxContext } from '../context.ts'

/**
 * What a campaign added to a rebate that nobody gets is there again, while the campaign goes on. Once for a rebate: the caller ends it under
 * its order's lock. Takes the budget, last of the transaction.
 */
export async function returnAddition(
  tx: TxContext,
  { participationId, level }: { participationId: string; level: RebateLevel },
): Promise<void> {
  const part = level === 0 ? 'welcome' : 'rebate'
  await tx.prisma.$executeRaw`
    WITH returned AS (
      UPDATE campaign_participations p
      SET status = CASE WHEN p.cost = r.amount THEN 'released' ELSE p.status END,
        cost = CASE WHEN p.cost = r.amount THEN p.cost ELSE p.cost - r.amount END
      FROM campaign_rewards r, campaigns c
      WHERE p.id = ${participationId}::uuid AND p.status = 'rewarded' AND c.id = p.campaign_id AND c.status IN ('running', 'paused')
        AND r.participation_id = p.id AND r.part = ${part}
      RETURNING p.campaign_id, r.amount)
    UPDATE campaign_budgets b SET spent = b.spent - returned.amount FROM returned WHERE b.campaign_id = returned.campaign_id`
}
