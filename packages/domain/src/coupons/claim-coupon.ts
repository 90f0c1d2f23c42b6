import type { UserCouponDto } from '@mozhou/contracts/coupons/answers'
import type { ClaimCouponInput } from '@mozhou/contracts/coupons/inputs'
import { AppError } from '@mozhou/contracts/errors'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../context.ts'
import { whyNotClaimable } from './coupon-rules.ts'
import { giveCoupon, isTakenAtOnce } from '../given-coupons/give-coupon.ts'
import { readOffer } from './read-offer.ts'
import { getUserCoupon } from './user-coupon-dto.ts'

const mostTries = 4

type ClaimContext = Pick<DomainContext, 'prisma' | 'clock' | 'newId'>

/**
 * A person takes a coupon: one statement decides, however many come at once. The same press again gives the coupon that it gave.
 * @throws AppError COUPON_NOT_FOUND, COUPON_NOT_CLAIMABLE, COUPON_NOT_FOR_YOU, COUPON_EXPIRED, COUPON_LIMIT_REACHED, COUPON_SOLD_OUT
 */
export async function claimCoupon(
  ctx: ClaimContext,
  { couponId, userId, requestKey }: ClaimCouponInput & { userId: string },
): Promise<UserCouponDto> {
  for (let tries = 1; ; tries += 1) {
    try {
      const gift = { couponId, userId, requestKey, source: 'claimed' as const }
      const given = await giveCoupon(ctx, { ...gift, only: claimableBy(userId, ctx.clock.now()) })
      if (given !== null) return await getUserCoupon(ctx, { userId, userCouponId: given.userCouponId })
    } catch (error) {
      if (!isTakenAtOnce(error)) throw error
      const repeated = await findRepeated(ctx, { userId, requestKey })
      if (repeated !== null) return repeated
      if (tries < mostTries) continue
    }
    return (await findRepeated(ctx, { userId, requestKey })) ?? refuse(ctx, { couponId, userId })
  }
}

/** The audience as the coupon's row has it at the moment of the claim. */
function claimableBy(userId: string, now: Date): Prisma.Sql {
  return Prisma.sql`c.is_claimable AND EXISTS (
    SELECT 1 FROM users u WHERE u.id = ${userId}::uuid AND u.status = 'active' AND CASE c.audience ->> 'kind'
      WHEN 'all' THEN true
      WHEN 'new' THEN u.created_at > ${now}::timestamptz - (c.audience ->> 'days')::int * interval '24 hours'
      WHEN 'members' THEN EXISTS (SELECT 1 FROM membership_periods p
        WHERE p.user_id = u.id AND p.starts_at <= ${now} AND p.ends_at > ${now}) END)`
}

async function findRepeated(
  ctx: ClaimContext,
  { userId, requestKey }: { userId: string; requestKey: string },
): Promise<UserCouponDto | null> {
  const row = await ctx.prisma.userCoupon.findUnique({
    where: { userId_requestKey: { userId, requestKey } },
    select: { id: true },
  })
  return row && getUserCoupon(ctx, { userId, userCouponId: row.id })
}

async function refuse(ctx: ClaimContext, ids: { couponId: string; userId: string }): Promise<never> {
  const { coupon, owned, isInAudience } = await readOffer(ctx, ids)
  const refusal = whyNotClaimable(coupon, { owned, isInAudience }, ctx.clock.now())
  // What refused it may be gone a moment later, as when a limit was raised.
  throw refusal === null ? new AppError('COUPON_SOLD_OUT') : new AppError(refusal.code, refusal.params)
}
