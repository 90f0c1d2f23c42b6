import type { CouponHindrance } from '@mozhou/contracts/campaigns/kinds'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { TxContext } from '../context.ts'
import { notify } from '../notifications/notify.ts'
import type { CampaignState } from './campaign-state.ts'
import { couponIdOf } from './coupon-of.ts'

export interface LockedCoupon {
  couponId: string
  name: string
  status: string
  isLeft: boolean
  isOver: boolean
  owned: number
  perPersonLimit: number
}

/**
 * The row of the coupon that a campaign gives, held until commit: before the campaign's budget, as everybody locks them. What a person has
 * of it is read by the statement after, so that it is told exactly, whoever else gives it to them.
 */
export async function lockCampaignCoupon(
  tx: TxContext,
  { rule, userId }: { rule: CampaignState['rule']; userId: string },
): Promise<LockedCoupon> {
  const couponId = couponIdOf(rule)
  await tx.prisma.$executeRaw`SELECT 1 FROM coupons WHERE id = ${couponId}::uuid FOR NO KEY UPDATE`
  return readCampaignCoupon(tx, { couponId, userId })
}

/** The coupon as it stands now for one person. */
async function readCampaignCoupon(
  ctx: Pick<TxContext, 'prisma' | 'clock'>,
  { couponId, userId }: { couponId: string | null; userId: string },
): Promise<LockedCoupon> {
  const [coupon] = await ctx.prisma.$queryRaw<LockedCoupon[]>`
    SELECT c.id AS "couponId", c.name, c.status, c.issued < c.total_limit AS "isLeft",
      coalesce(c.valid_until <= ${ctx.clock.now()}, false) AS "isOver", c.per_person_limit AS "perPersonLimit",
      (SELECT count(*)::int FROM user_coupons o WHERE o.coupon_id = c.id AND o.user_id = ${userId}::uuid) AS owned
    FROM coupons c WHERE c.id = ${couponId}::uuid`
  if (!coupon) throw new Error(`the coupon ${String(couponId)} of a campaign is not there`)
  return coupon
}

/** Why the coupon itself gives this person none, whatever the campaign has left; null when it would. */
export function whyNoCoupon(coupon: LockedCoupon): AppError | null {
  const code = hindrance(coupon)
  if (code === null) return null
  return new AppError(code, code === 'COUPON_LIMIT_REACHED' ? { limit: coupon.perPersonLimit } : {})
}

function hindrance({ status, isOver, isLeft, owned, perPersonLimit }: LockedCoupon): CouponHindrance | null {
  if (status !== 'active' || isOver) return 'COUPON_NOT_CLAIMABLE'
  if (owned >= perPersonLimit) return 'COUPON_LIMIT_REACHED'
  return isLeft ? null : 'COUPON_SOLD_OUT'
}

/** What the page says before anybody presses: why a campaign that people claim would give this person no coupon; null when it would, or gives none. */
export async function couponHindrance(
  ctx: Pick<TxContext, 'prisma' | 'clock'>,
  { rule, userId }: { rule: CampaignState['rule']; userId: string },
): Promise<CouponHindrance | null> {
  if (rule.kind !== 'coupon' || rule.at !== 'claim') return null
  return hindrance(await readCampaignCoupon(ctx, { couponId: couponIdOf(rule), userId }))
}

interface NewCouponPart {
  campaign: Pick<CampaignState, 'id' | 'ruleVersion'>
  coupon: LockedCoupon
  userId: string
  /** Shanghai's. */
  day: string
  requestKey?: string
}

/**
 * One piece out of the budget and one out of the coupon's total, the participation, and the person's coupon with it, in one statement: all
 * of them are there or none is. The last of its transaction, after `lockCampaignCoupon`, which holds what is left of the coupon.
 * @returns the participation's id; null when the budget does not suffice, and nothing was written then
 */
export async function giveCampaignCoupon(tx: TxContext, input: NewCouponPart): Promise<string | null> {
  const { campaign, coupon, userId, day, requestKey = null } = input
  const [id, userCouponId] = [tx.newId(), tx.newId()]
  const now = tx.clock.now()
  const written = await tx.prisma.$queryRaw<{ validUntil: Date }[]>`
    WITH coupon AS MATERIALIZED (
      SELECT c.id, c.valid_from, c.valid_until, c.valid_days, owned.latest
      FROM coupons c CROSS JOIN (SELECT coalesce(max(ordinal), 0) AS latest, count(*) AS had FROM user_coupons
        WHERE coupon_id = ${coupon.couponId}::uuid AND user_id = ${userId}::uuid) AS owned
      WHERE c.id = ${coupon.couponId}::uuid AND c.status = 'active' AND c.issued < c.total_limit AND owned.had < c.per_person_limit
        AND (c.valid_until IS NULL OR c.valid_until > ${now})
    ), taken AS (
      UPDATE campaign_budgets SET spent = spent + 1
      WHERE campaign_id = ${campaign.id}::uuid AND reserved::bigint + spent + 1 <= total AND EXISTS (SELECT 1 FROM coupon)
      RETURNING campaign_id
    ), counted AS (
      UPDATE coupons c SET issued = c.issued + 1 FROM taken WHERE c.id = ${coupon.couponId}::uuid RETURNING c.id
    ), given AS (
      INSERT INTO user_coupons (id, coupon_id, user_id, ordinal, source, request_key, valid_from, valid_until, created_at)
      SELECT ${userCouponId}::uuid, coupon.id, ${userId}::uuid, coupon.latest + 1, 'campaign', NULL,
        coalesce(coupon.valid_from, ${now}), coalesce(coupon.valid_until, ${now}::timestamptz + coupon.valid_days * interval '24 hours'), ${now}
      FROM coupon JOIN counted ON counted.id = coupon.id RETURNING id, valid_until
    ), written AS (
      INSERT INTO campaign_participations
        (id, campaign_id, user_id, rule_version, ordinal, day, status, cost, request_key, created_at)
      SELECT ${id}::uuid, taken.campaign_id, ${userId}::uuid, ${campaign.ruleVersion}::int, (SELECT coalesce(max(p.ordinal), 0) + 1
          FROM campaign_participations p WHERE p.campaign_id = ${campaign.id}::uuid AND p.user_id = ${userId}::uuid),
        ${day}::date, 'rewarded', 1, ${requestKey}::uuid, ${now}
      FROM taken RETURNING id
    ), rewarded AS (
      INSERT INTO campaign_rewards (participation_id, part, campaign_id, user_id, amount, user_coupon_id)
      SELECT written.id, 'coupon', ${campaign.id}::uuid, ${userId}::uuid, 1, given.id FROM written CROSS JOIN given
      RETURNING participation_id
    )
    SELECT given.valid_until AS "validUntil" FROM given CROSS JOIN rewarded`
  const [given] = written
  if (!given) return null
  const params = { name: coupon.name, count: 1, expiresAt: given.validUntil.toISOString() }
  const key = `coupon_received:${formatId('participation', id)}`
  await notify(tx, { userId, event: { kind: 'coupon_received', params }, key })
  return id
}
