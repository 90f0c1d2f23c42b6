import type { CouponSource } from '@mozhou/contracts/coupons/kinds'
import { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'
import { driverFailure } from '../driver-failure.ts'

export interface GivenCoupon {
  userCouponId: string
  validUntil: Date
}

interface Gift {
  couponId: string
  userId: string
  source: CouponSource
  issueId?: string
  /** The rebate that is paid with it; no rebate ever has two. */
  rebateId?: string
  requestKey?: string
  /** What must hold of the coupon `c` and the person besides; nothing where an operator or a rule has decided. */
  only?: Prisma.Sql
}

/**
 * Gives one coupon in one statement, which counts it on the coupon's row and refuses by itself: not active, over, none left, or as many as
 * one person may have. The hot row is the last that is locked; within a transaction this is the last that is called.
 * @returns null when it was refused
 * @throws what `isTakenAtOnce` knows, when the same person was given another at the same moment: the statement or its transaction is then
 *   to be run again
 */
export async function giveCoupon(
  ctx: Pick<TxContext, 'clock' | 'newId'> & { prisma: Pick<TxContext['prisma'], '$queryRaw'> },
  { couponId, userId, source, issueId, rebateId, requestKey, only = Prisma.sql`true` }: Gift,
): Promise<GivenCoupon | null> {
  const now = ctx.clock.now()
  const rows = await ctx.prisma.$queryRaw<GivenCoupon[]>`
    WITH owned AS MATERIALIZED (
      SELECT coalesce(max(ordinal), 0) AS latest, count(*) AS had FROM user_coupons
      WHERE coupon_id = ${couponId}::uuid AND user_id = ${userId}::uuid
    ), taken AS (
      UPDATE coupons c SET issued = c.issued + 1 FROM owned
      WHERE c.id = ${couponId}::uuid AND c.status = 'active' AND c.issued < c.total_limit AND owned.had < c.per_person_limit
        AND (c.valid_until IS NULL OR c.valid_until > ${now}) AND ${only}
      RETURNING c.id, c.valid_from, c.valid_until, c.valid_days, owned.latest
    )
    INSERT INTO user_coupons (id, coupon_id, user_id, ordinal, source, issue_id, rebate_id, request_key, valid_from, valid_until, created_at)
    SELECT ${ctx.newId()}::uuid, t.id, ${userId}::uuid, t.latest + 1, ${source}, ${issueId ?? null}::uuid, ${rebateId ?? null}::uuid, ${requestKey ?? null}::uuid,
      coalesce(t.valid_from, ${now}), coalesce(t.valid_until, ${now}::timestamptz + t.valid_days * interval '24 hours'), ${now}
    FROM taken t RETURNING id AS "userCouponId", valid_until AS "validUntil"`
  return rows[0] ?? null
}

/** Two at once for one person: the second saw what the first had not yet written, and the unique ordinal refused it. */
export function isTakenAtOnce(error: unknown): boolean {
  return driverFailure(error)?.originalCode === '23505'
}
