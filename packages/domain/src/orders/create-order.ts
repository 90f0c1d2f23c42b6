import type { OrderDto } from '@mozhou/contracts/orders/answers'
import type { PlanBenefits } from '@mozhou/contracts/memberships/benefits'
import type { CreateRechargeInput, PurchaseMembershipInput } from '@mozhou/contracts/orders/inputs'
import type { OrderKind } from '@mozhou/contracts/orders/kinds'
import { creditsFor, yuanText } from '@mozhou/contracts/orders/prices'
import { AppError } from '@mozhou/contracts/errors'
import type { TxContext } from '../context.ts'
import { termsToPayUnder } from '../consents/accepted-terms.ts'
import { lockUser } from '../accounts/lock-user.ts'
import { findOffer, OfferUsedUp, reserveOffer } from '../campaigns/order-offers.ts'
import { areSameBenefits } from '../memberships/benefit-rules.ts'
import { storedBenefits } from '../memberships/stored-benefits.ts'
import { fingerprintOf } from '../requests/request-key.ts'
import { inTransaction } from '../transaction.ts'
import { fulfilFree } from './fulfil-free.ts'
import { getOrder } from './get-order.ts'
import { mostPending, newOrderNo, payableMs } from './order-rules.ts'
import type { OrdersContext } from './orders-context.ts'
import { randomLetters } from './random-letters.ts'

/** What is ordered, with everything frozen that it costs and gives. */
interface Cart {
  kind: OrderKind
  priceFen: number
  credits?: number
  planId?: string
  planKey?: string
  planName?: string
  planMonths?: number
  planBenefits?: PlanBenefits
  refundMonthFen?: number | null
}

/**
 * Credits for money. The same request key, and the same cart while its order waits, give the order that is there; what a coupon leaves
 * nothing to pay of is given at once.
 * @throws AppError TERMS_NOT_ACCEPTED, TOO_MANY_PENDING_ORDERS, IDEMPOTENCY_KEY_REUSED, ORDER_PRICE_CHANGED, ORDER_BONUS_CHANGED,
 *   CAMPAIGN_BUDGET_USED_UP, why a coupon cannot be used
 */
export function createRecharge(ctx: OrdersContext, input: CreateRechargeInput & { userId: string }): Promise<OrderDto> {
  const { amountFen } = input
  const cart = { kind: 'recharge' as const, priceFen: amountFen, credits: creditsFor(amountFen) }
  return createOrder(ctx, input, () => Promise.resolve(cart))
}

/**
 * Months of membership, at the plan's price and with its benefits of this moment.
 * @throws AppError PLAN_NOT_ON_SALE, TERMS_NOT_ACCEPTED, TOO_MANY_PENDING_ORDERS, IDEMPOTENCY_KEY_REUSED, ORDER_PRICE_CHANGED,
 *   why a coupon cannot be used
 */
export function purchaseMembership(
  ctx: OrdersContext,
  input: PurchaseMembershipInput & { userId: string },
): Promise<OrderDto> {
  return createOrder(ctx, input, async (tx) => {
    const plan = await tx.prisma.plan.findUnique({ where: { id: input.planId } })
    if (!plan?.isOnSale) throw new AppError('PLAN_NOT_ON_SALE')
    return {
      kind: 'membership',
      priceFen: plan.priceFen,
      planId: plan.id,
      planKey: plan.key,
      planName: plan.nameZh,
      planMonths: plan.months,
      planBenefits: storedBenefits(plan.benefits),
      refundMonthFen: await refundMonthFen(tx, plan.months),
    }
  })
}

/** By the list, what a month costs that is bought by itself; null where days count by their share, or nothing shorter is on sale. */
async function refundMonthFen(tx: TxContext, months: number): Promise<number | null> {
  if (tx.settings.proration === 'linear') return null
  const shortest = await tx.prisma.plan.findFirst({
    where: { isOnSale: true, months: { lt: months } },
    orderBy: [{ months: 'asc' }, { priceFen: 'asc' }],
    select: { months: true, priceFen: true },
  })
  return shortest && Math.max(1, Math.floor(shortest.priceFen / shortest.months))
}

interface PendingOrder {
  kind: string
  priceFen: number
  planId: string | null
  planBenefits: unknown
}

/** Whether a person who orders now sees what this order has frozen. */
function isSameCart(order: PendingOrder, { kind, priceFen, planId, planBenefits }: Cart): boolean {
  if (order.kind !== kind || order.priceFen !== priceFen || order.planId !== (planId ?? null)) return false
  return planBenefits === undefined || areSameBenefits(storedBenefits(order.planBenefits), planBenefits)
}

/** What the person asks for besides: a coupon of theirs, and what they were shown that they would pay and be given on top. */
interface Asked {
  userId: string
  requestKey: string
  userCouponId?: string | undefined
  payableFen?: number | undefined
  bonusCredits?: number | undefined
}

async function createOrder(
  ctx: OrdersContext,
  input: Asked,
  fill: (tx: TxContext) => Promise<Cart>,
): Promise<OrderDto> {
  const { userId } = input
  const orderId = await withBestOffer((usedUp) =>
    inTransaction(ctx, (tx) => makeOrder(ctx, tx, { input, fill, usedUp })),
  )
  const order = await getOrder(ctx, { userId, orderId })
  if (order.status !== 'pending' || order.payableFen > 0) return order
  await fulfilFree(ctx, { orderId })
  return getOrder(ctx, { userId, orderId })
}

/**
 * Where the last of an offer's budget went to somebody else at the same moment, the order is made with the next best: told as another price or
 * bonus where the person was shown one. Each campaign is found used up once, so that this ends.
 * @throws AppError CAMPAIGN_BUDGET_USED_UP where none is left
 */
async function withBestOffer(make: (usedUp: ReadonlySet<string>) => Promise<string>): Promise<string> {
  const usedUp = new Set<string>()
  for (;;) {
    try {
      return await make(usedUp)
    } catch (error) {
      if (!(error instanceof OfferUsedUp)) throw error
      usedUp.add(error.campaignId)
    }
  }
}

interface Making {
  input: Asked
  fill: (tx: TxContext) => Promise<Cart>
  usedUp: ReadonlySet<string>
}

async function makeOrder(ctx: OrdersContext, tx: TxContext, { input, fill, usedUp }: Making): Promise<string> {
  const { userId, requestKey, ...asked } = input
  const requestFingerprint = fingerprintOf('order', asked)
  await tx.prisma.$executeRaw(lockUser(userId))
  const repeated = await tx.prisma.order.findUnique({
    where: { userId_requestKey: { userId, requestKey } },
    select: { id: true, requestFingerprint: true },
  })
  if (repeated) {
    if (!Buffer.from(repeated.requestFingerprint).equals(requestFingerprint))
      throw new AppError('IDEMPOTENCY_KEY_REUSED')
    return repeated.id
  }
  const acceptedTerms = await termsToPayUnder(tx, userId)
  const cart = await fill(tx)
  const same = await findSame(tx, input, cart)
  if (same !== null) return same
  return insertOrder(ctx, tx, { input, cart, acceptedTerms, requestFingerprint, usedUp })
}

/**
 * The same cart with the same coupon, while it waits for its payment, and for no more than the person was shown, with no less on top: an
 * offer may have begun since it was made. @throws AppError TOO_MANY_PENDING_ORDERS
 */
async function findSame(tx: TxContext, input: Asked, cart: Cart): Promise<string | null> {
  const { userId, payableFen, bonusCredits = 0 } = input
  const userCouponId = input.userCouponId ?? null
  const pending = await tx.prisma.order.findMany({
    // What an agreement pays is not theirs to pay by hand.
    where: { userId, status: 'pending', expiresAt: { gt: tx.clock.now() }, renewalCharge: null },
    select: {
      id: true,
      kind: true,
      priceFen: true,
      planId: true,
      planBenefits: true,
      userCouponId: true,
      payableFen: true,
      campaignParticipations: {
        where: { status: 'reserved', campaign: { budget: { unit: 'credits' } } },
        select: { cost: true },
      },
    },
  })
  const same = pending.find(
    (order) =>
      order.userCouponId === userCouponId &&
      isSameCart(order, cart) &&
      (payableFen === undefined || order.payableFen <= payableFen) &&
      order.campaignParticipations.reduce((sum, { cost }) => sum + cost, 0) >= bonusCredits,
  )
  if (same) return same.id
  if (pending.length >= mostPending) throw new AppError('TOO_MANY_PENDING_ORDERS', { limit: mostPending })
  return null
}

interface NewOrder {
  input: Asked
  cart: Cart
  acceptedTerms: string
  requestFingerprint: Uint8Array<ArrayBuffer>
  usedUp: ReadonlySet<string>
}

/** With what is offered for it and what its coupon gives at this moment, which nobody else has from here on. */
async function insertOrder(
  { orderEffects }: OrdersContext,
  tx: TxContext,
  { input, cart, acceptedTerms, requestFingerprint, usedUp }: NewOrder,
): Promise<string> {
  const { userId, requestKey, userCouponId } = input
  const { kind, priceFen } = cart
  const offer = kind === 'recharge' ? await findOffer(tx, { userId, cart: { kind, listFen: priceFen } }, usedUp) : null
  if (offer === null && usedUp.size > 0) throw new AppError('CAMPAIGN_BUDGET_USED_UP')
  const offerDiscountFen = offer?.discountFen ?? 0
  const discounted = { kind, listFen: priceFen, restFen: priceFen - offerDiscountFen }
  const couponDiscountFen =
    userCouponId === undefined ? 0 : await orderEffects.coupons.quote(tx, { ...discounted, userId, userCouponId })
  const payableFen = discounted.restFen - couponDiscountFen
  if (input.payableFen !== undefined && input.payableFen !== payableFen)
    throw new AppError('ORDER_PRICE_CHANGED', { payable: yuanText(payableFen) })
  const bonus = offer?.bonusCredits ?? 0
  if (bonus < (input.bonusCredits ?? 0)) throw new AppError('ORDER_BONUS_CHANGED', { bonus })
  const now = tx.clock.now()
  const id = tx.newId()
  await tx.prisma.order.create({
    data: {
      id,
      orderNo: newOrderNo(now, randomLetters),
      userId,
      ...cart,
      offerDiscountFen,
      couponDiscountFen,
      userCouponId: userCouponId ?? null,
      payableFen,
      acceptedTerms,
      requestKey,
      requestFingerprint,
      createdAt: now,
      expiresAt: new Date(now.getTime() + payableMs),
    },
    select: { id: true },
  })
  if (userCouponId !== undefined) await orderEffects.coupons.hold(tx, { orderId: id, userId, userCouponId })
  if (offer !== null) await reserveOffer(tx, { userId, orderId: id, offer })
  return id
}
