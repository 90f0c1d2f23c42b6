import type { ParticipationStatus } from '@mozhou/contracts/campaigns/kinds'
import type { TxContext } from '../context.ts'
import type { Reward } from './rewards-of.ts'
import { costOf } from './rewards-of.ts'

export interface NewParticipation {
  campaignId: string
  userId: string
  ruleVersion: number
  /** Shanghai's. */
  day: string
  /** Of a check-in alone. */
  streak: number | null
  status: Extract<ParticipationStatus, 'rewarded' | 'reserved'>
  rewards: readonly Reward[]
  orderId?: string
  requestKey?: string
}

/**
 * Takes the cost out of the budget and writes what was given for it, in one statement: neither is ever there without the other, and of those
 * who want the last piece whoever commits first has it. The budget is everybody's: call this last.
 * @returns the participation's id; null when the budget does not suffice, and nothing was written then
 */
export async function recordParticipation(tx: TxContext, input: NewParticipation): Promise<string | null> {
  const { campaignId, userId, ruleVersion, day, streak, status, rewards, orderId = null, requestKey = null } = input
  const id = tx.newId()
  const cost = costOf(rewards)
  const [spent, reserved] = status === 'rewarded' ? [cost, 0] : [0, cost]
  const written = await tx.prisma.$queryRaw<unknown[]>`
    WITH taken AS (
      UPDATE campaign_budgets SET spent = spent + ${spent}::int, reserved = reserved + ${reserved}::int
      WHERE campaign_id = ${campaignId}::uuid AND reserved::bigint + spent + ${cost}::int <= total RETURNING campaign_id),
    written AS (
      INSERT INTO campaign_participations
        (id, campaign_id, user_id, rule_version, ordinal, day, check_in_day, streak, status, cost, order_id, request_key, created_at)
      SELECT ${id}::uuid, taken.campaign_id, ${userId}::uuid, ${ruleVersion}::int, (SELECT coalesce(max(p.ordinal), 0) + 1
          FROM campaign_participations p WHERE p.campaign_id = ${campaignId}::uuid AND p.user_id = ${userId}::uuid),
        ${day}::date, CASE WHEN ${streak}::int IS NOT NULL THEN ${day}::date END, ${streak}::int, ${status}, ${cost}::int,
        ${orderId}::uuid, ${requestKey}::uuid, ${tx.clock.now()}
      FROM taken RETURNING id)
    INSERT INTO campaign_rewards (participation_id, part, campaign_id, user_id, amount, run_start, days)
    SELECT written.id, reward.part, ${campaignId}::uuid, ${userId}::uuid, reward.amount, reward."runStart", reward.days
    FROM written, jsonb_to_recordset(${JSON.stringify(rewards)}::jsonb) AS reward(part text, amount int, "runStart" date, days int)
    RETURNING participation_id`
  return written.length === 0 ? null : id
}
