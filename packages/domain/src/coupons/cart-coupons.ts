import type { CartCouponsDto } from '@mozhou/contracts/coupons/answers'
import type { CouponCartInput } from '@mozhou/contracts/coupons/inputs'
import { AppError } from '@mozhou/contracts/errors'
import { previewOffer } from '../campaigns/order-offers.ts'
import type { DomainContext } from '../context.ts'
import { discountOf, bestOf, whyNotUsable } from './coupon-rules.ts'
import { toUserCouponDto, userCouponSelect } from './user-coupon-dto.ts'

/** Whoever has more of them sees those that expire first. */
const mostShown = 100

/**
 * What a person's coupons would do for what they are about to order: those that can be used, the best first, and why the others cannot.
 * The order decides anew.
 * @throws AppError PLAN_NOT_ON_SALE
 */
export async function cartCoupons(
  ctx: DomainContext,
  { userId, ...cart }: CouponCartInput & { userId: string },
): Promise<CartCouponsDto> {
  const now = ctx.clock.now()
  const listFen = await listPrice(ctx, cart)
  const { kind } = cart
  const offer = kind === 'recharge' ? await previewOffer(ctx, { userId, cart: { kind, listFen } }) : null
  const restFen = listFen - (offer?.discountFen ?? 0)
  const rows = await ctx.prisma.userCoupon.findMany({
    where: { userId, status: { in: ['unused', 'held'] }, validUntil: { gt: now } },
    orderBy: [{ validUntil: 'asc' }, { id: 'asc' }],
    take: mostShown,
    select: userCouponSelect,
  })
  const choices = rows.map((row) => {
    const coupon = toUserCouponDto(row, now)
    const { validFrom, validUntil } = row
    const refusal = whyNotUsable({ ...coupon, validFrom, validUntil }, { kind, listFen }, now)
    const discountFen = discountOf(coupon.discount, restFen)
    return { coupon, discountFen, refusal, validUntil, id: row.id }
  })
  const best = bestOf(choices.filter(({ refusal, discountFen }) => refusal === null && discountFen > 0))
  return {
    listFen,
    restFen,
    bestId: best?.coupon.id ?? null,
    coupons: choices
      .toSorted((one, other) => rankOf(one) - rankOf(other) || other.discountFen - one.discountFen)
      .map(({ coupon, discountFen, refusal }) => ({ coupon, discountFen, refusal })),
  }
}

const rankOf = ({ refusal }: { refusal: unknown }) => (refusal === null ? 0 : 1)

async function listPrice(ctx: Pick<DomainContext, 'prisma'>, cart: CouponCartInput): Promise<number> {
  if (cart.kind === 'recharge') return cart.amountFen
  const plan = await ctx.prisma.plan.findUnique({
    where: { id: cart.planId },
    select: { priceFen: true, isOnSale: true },
  })
  if (!plan?.isOnSale) throw new AppError('PLAN_NOT_ON_SALE')
  return plan.priceFen
}
