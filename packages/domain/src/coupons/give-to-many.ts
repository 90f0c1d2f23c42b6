import type { CouponSkipReason, CouponSource } from '@mozhou/contracts/coupons/kinds'
import { AppError } from '@mozhou/contracts/errors'
import type { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'

interface MassGift {
  couponId: string
  issueId: string
  source: CouponSource
  /** A query of the ids of people, as `id`, and whether their account is open, as `is_open`. */
  people: Prisma.Sql
}

interface Skipped {
  userId: string
  reason: CouponSkipReason
}

export interface GivenToMany {
  /** How many people there were. */
  people: number
  /** The last of them by id; null when there were none. */
  last: string | null
  given: readonly string[]
  /** Everybody else of them. */
  skipped: readonly Skipped[]
  /** When what was given expires. */
  validUntil: Date | null
}

/**
 * One coupon for each of many people, in one statement which counts them too. Whoever has as many as one may have is passed over, as is
 * whoever comes when none is left, and a row of theirs says so: each of them is there once, given or not. The coupon's row is locked before people's own, as whoever claims does, and held until commit: nobody
 * else gives of it meanwhile.
 * @throws AppError COUPON_NOT_ACTIVE
 */
export async function giveToMany(tx: TxContext, { couponId, issueId, source, people }: MassGift): Promise<GivenToMany> {
  const now = tx.clock.now()
  // A statement of its own, so that the next one sees what others gave before they let go.
  await tx.prisma.$executeRaw`SELECT 1 FROM coupons WHERE id = ${couponId}::uuid FOR NO KEY UPDATE`
  const [row] = await tx.prisma.$queryRaw<(GivenToMany & { isGiving: boolean })[]>`
    WITH coupon AS MATERIALIZED (
      SELECT * FROM coupons
      WHERE id = ${couponId}::uuid AND status = 'active' AND (valid_until IS NULL OR valid_until > ${now})
    ), people AS MATERIALIZED (${people}), had AS MATERIALIZED (
      SELECT p.id, p.is_open, coalesce(max(o.ordinal), 0) AS latest, count(o.id) AS had
      FROM people p LEFT JOIN user_coupons o ON o.coupon_id = ${couponId}::uuid AND o.user_id = p.id GROUP BY p.id, p.is_open
    ), given AS (
      INSERT INTO user_coupons (id, coupon_id, user_id, ordinal, source, issue_id, valid_from, valid_until, created_at)
      SELECT uuidv7(), c.id, h.id, h.latest + 1, ${source}, ${issueId}::uuid,
        coalesce(c.valid_from, ${now}), coalesce(c.valid_until, ${now}::timestamptz + c.valid_days * interval '24 hours'), ${now}
      FROM had h CROSS JOIN coupon c WHERE h.is_open AND h.had < c.per_person_limit
      ORDER BY h.id LIMIT (SELECT total_limit - issued FROM coupon)
      RETURNING user_id, valid_until
    ), skipped AS (
      INSERT INTO coupon_issue_skips (issue_id, user_id, reason, created_at)
      SELECT ${issueId}::uuid, h.id,
        CASE WHEN NOT h.is_open THEN 'account_closed' WHEN h.had >= c.per_person_limit THEN 'limit' ELSE 'sold_out' END, ${now}
      FROM had h CROSS JOIN coupon c WHERE NOT EXISTS (SELECT 1 FROM given g WHERE g.user_id = h.id)
      RETURNING user_id, reason
    ), counted AS (
      UPDATE coupons SET issued = issued + (SELECT count(*)::int FROM given)
      WHERE id = ${couponId}::uuid AND EXISTS (SELECT 1 FROM given)
    )
    SELECT (SELECT count(*)::int FROM people) AS people, (SELECT id FROM people ORDER BY id DESC LIMIT 1) AS last,
      (SELECT coalesce(array_agg(user_id), '{}') FROM given) AS given, (SELECT max(valid_until) FROM given) AS "validUntil",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('userId', user_id, 'reason', reason)), '[]') FROM skipped) AS skipped,
      EXISTS (SELECT 1 FROM coupon) AS "isGiving"`
  if (!row?.isGiving) throw new AppError('COUPON_NOT_ACTIVE')
  return row
}
