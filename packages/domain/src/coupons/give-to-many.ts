import type { CouponSource } from '@mozhou/contracts/coupons/kinds'
import { AppError } from '@mozhou/contracts/errors'
import type { Prisma } from '@mozhou/db/client'
import type { TxContext } from '../context.ts'
import { driverFailure } from '../driver-failure.ts'

interface MassGift {
  couponId: string
  issueId: string
  source: CouponSource
  /** A query of the ids of people, as `id`. */
  people: Prisma.Sql
}

export interface GivenToMany {
  /** How many people there were. */
  people: number
  /** The last of them by id; null when there were none. */
  last: string | null
  given: readonly string[]
  /** When what was given expires. */
  validUntil: Date | null
  /** How many there were before. */
  left: number
}

/**
 * One coupon for each of many people, in one statement: whoever has as many as one may have is passed over, as is whoever comes when none
 * is left. Not counted yet: `countGiven` is the last of the transaction, for the coupon's row is the one that everybody wants.
 * @throws AppError COUPON_NOT_ACTIVE
 */
export async function giveToMany(tx: TxContext, { couponId, issueId, source, people }: MassGift): Promise<GivenToMany> {
  const now = tx.clock.now()
  const [row] = await tx.prisma.$queryRaw<(Omit<GivenToMany, 'left'> & { left: number | null })[]>`
    WITH coupon AS MATERIALIZED (
      SELECT * FROM coupons
      WHERE id = ${couponId}::uuid AND status = 'active' AND (valid_until IS NULL OR valid_until > ${now})
    ), people AS MATERIALIZED (${people}), had AS MATERIALIZED (
      SELECT p.id, coalesce(max(o.ordinal), 0) AS latest, count(o.id) AS had
      FROM people p LEFT JOIN user_coupons o ON o.coupon_id = ${couponId}::uuid AND o.user_id = p.id GROUP BY p.id
    ), given AS (
      INSERT INTO user_coupons (id, coupon_id, user_id, ordinal, source, issue_id, valid_from, valid_until, created_at)
      SELECT uuidv7(), c.id, h.id, h.latest + 1, ${source}, ${issueId}::uuid,
        coalesce(c.valid_from, ${now}), coalesce(c.valid_until, ${now}::timestamptz + c.valid_days * interval '24 hours'), ${now}
      FROM had h CROSS JOIN coupon c WHERE h.had < c.per_person_limit
      ORDER BY h.id LIMIT (SELECT total_limit - issued FROM coupon)
      ON CONFLICT DO NOTHING RETURNING user_id, valid_until
    )
    SELECT (SELECT count(*)::int FROM people) AS people, (SELECT id FROM people ORDER BY id DESC LIMIT 1) AS last,
      (SELECT coalesce(array_agg(user_id), '{}') FROM given) AS given, (SELECT max(valid_until) FROM given) AS "validUntil",
      (SELECT total_limit - issued FROM coupon) AS left`
  if (!row || row.left === null) throw new AppError('COUPON_NOT_ACTIVE')
  return { ...row, left: row.left }
}

/**
 * The last statement of whoever gave to many.
 * @throws AppError COUPON_NOT_ACTIVE when it was paused meanwhile; what `isOverdrawn` knows, when others were quicker to take what was
 *   left: the transaction is then to be run again
 */
export async function countGiven(
  tx: Pick<TxContext, 'prisma'>,
  { couponId, count }: { couponId: string; count: number },
): Promise<void> {
  if (count === 0) return
  const counted = await tx.prisma.$executeRaw`
    UPDATE coupons SET issued = issued + ${count}::int WHERE id = ${couponId}::uuid AND status = 'active'`
  if (counted === 0) throw new AppError('COUPON_NOT_ACTIVE')
}

/** The check on the coupon's row refused more than there are. */
export function isOverdrawn(error: unknown): boolean {
  return driverFailure(error)?.originalCode === '23514'
}
