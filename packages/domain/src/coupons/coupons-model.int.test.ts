import { propertyRounds } from '@mozhou/contracts/testing/env'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { applyCoupon } from '../orders/apply-coupon.ts'
import { cancelOrder } from '../orders/cancel-order.ts'
import { closeOrder } from '../orders/close-order.ts'
import { syncOrder } from '../orders/sync-order.ts'
import { refundActs } from '../orders/testing/refund-acts.ts'
import { expireCoupons } from './expire-coupons.ts'
import { bare, openCouponShop } from './testing/coupon-shop.ts'
import type { CouponShop } from './testing/coupon-shop.ts'
import { voidCoupons } from './void-coupons.ts'

const hour = 3_600_000
let shop: CouponShop
let acts: ReturnType<typeof refundActs>
beforeAll(async () => {
  shop = await openCouponShop()
  acts = refundActs(shop)
})
afterAll(() => shop.domain.close())

const coupon = fc.nat({ max: 2 })
const order = fc.nat({ max: 3 })
type Step =
  | { do: 'order'; coupon: number; yuan: number }
  | { do: 'apply'; coupon: number; order: number }
  | { do: 'begin' | 'pay' | 'ask' | 'close' | 'cancel' | 'refund'; order: number }
  | { do: 'void'; coupon: number }
  | { do: 'sweep' | 'wait' }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('order' as const), coupon, yuan: fc.constantFrom(10, 30, 50) }) },
  fc.record({ do: fc.constant('apply' as const), coupon, order }),
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom<'begin' | 'pay' | 'ask' | 'close' | 'cancel' | 'refund'>(
        ...(['begin', 'begin', 'pay', 'pay', 'ask', 'close', 'cancel', 'refund'] as const),
      ),
      order,
    }),
  },
  fc.record({ do: fc.constant('void' as const), coupon }),
  fc.record({ do: fc.constantFrom('sweep' as const, 'wait' as const) }),
)

/** What comes at once, and then what comes next. */
const moments = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 14 })

interface Played {
  userId: string
  coupons: string[]
  orders: { orderId: string; orderNo: string; userId: string }[]
}

async function act(played: Played, one: Step): Promise<void> {
  const { userId } = played
  const ofCoupon = 'coupon' in one ? played.coupons[one.coupon] : undefined
  const at = 'order' in one ? played.orders[one.order] : undefined
  switch (one.do) {
    case 'order': {
      const made = await shop.order(userId, one.yuan * 100, ofCoupon)
      const orderId = bare('order', made.id)
      if (!played.orders.some((known) => known.orderId === orderId))
        played.orders.push({ orderId, orderNo: made.orderNo, userId })
      return
    }
    case 'apply':
      if (at && ofCoupon) await applyCoupon(shop.ctx, { ...at, userCouponId: ofCoupon })
      return
    case 'begin':
      if (at) await shop.begin(at, 'alipay')
      return
    case 'pay':
      if (at && shop.alipay.trades.get(at.orderNo)?.state === 'waiting') await shop.tell(shop.alipay.pay(at.orderNo))
      return
    case 'ask':
      if (at) await syncOrder(shop.ctx, at)
      return
    case 'close':
      if (at) await closeOrder(shop.ctx, at)
      return
    case 'cancel':
      if (at) await cancelOrder(shop.ctx, at)
      return
    case 'refund': {
      if (!at) return
      const { refundId } = await acts.confirm(at)
      await acts.settle(refundId)
      return
    }
    case 'void':
      if (ofCoupon) await voidCoupons(shop.ctx, { ids: [ofCoupon], reason: '发错了人', actor: shop.actor })
      return
    case 'sweep':
      await expireCoupons(shop.ctx)
      return
    case 'wait':
      shop.domain.advance(5 * hour)
  }
}

/** Coupons and orders that do not say the same of each other. */
const contradictions = (userId: string) => shop.ctx.prisma.$queryRaw<unknown[]>`
  SELECT 'paid twice' AS fault, c.id::text, count(*)::text AS detail FROM user_coupons c
    JOIN orders o ON o.user_coupon_id = c.id AND o.status IN ('fulfilled', 'partially_refunded')
    WHERE c.user_id = ${userId}::uuid GROUP BY c.id HAVING count(*) > 1
  UNION ALL SELECT 'held, and no order waits', c.id::text, o.status FROM user_coupons c LEFT JOIN orders o ON o.id = c.order_id
    WHERE c.user_id = ${userId}::uuid AND c.status = 'held' AND (o.status <> 'pending' OR o.user_coupon_id <> c.id)
  UNION ALL SELECT 'used, and no order is paid', c.id::text, o.status FROM user_coupons c LEFT JOIN orders o ON o.id = c.order_id
    WHERE c.user_id = ${userId}::uuid AND c.status = 'used' AND (o.paid_at IS NULL OR o.user_coupon_id <> c.id)
  UNION ALL SELECT 'an order waits or is paid without its coupon', o.id::text, o.status FROM orders o JOIN user_coupons c ON c.id = o.user_coupon_id
    WHERE o.user_id = ${userId}::uuid AND o.status IN ('pending', 'fulfilled', 'partially_refunded') AND c.order_id IS DISTINCT FROM o.id
  UNION ALL SELECT 'a wrong price', o.id::text, o.payable_fen::text FROM orders o
    WHERE o.user_id = ${userId}::uuid AND o.coupon_discount_fen <> CASE WHEN o.user_coupon_id IS NULL THEN 0 ELSE least(o.price_fen, 1000) END`

it('a coupon is never used twice nor lost, in whatever order and however much at once things happen', async () => {
  await fc.assert(
    fc.asyncProperty(moments, async (script) => {
      const userId = await shop.newPerson()
      const couponId = await shop.coupon({
        discount: { kind: 'amount', amountFen: 1_000 },
        validity: { kind: 'days', days: 1 },
        perPersonLimit: 3,
      })
      const coupons = [1, 2, 3].map(() => shop.claim(couponId, userId))
      const played: Played = { userId, coupons: [], orders: [] }
      for (const claimed of coupons) played.coupons.push(await claimed.catch(() => shop.claim(couponId, userId)))
      for (const moment of script) {
        // Refusals are what is to be expected of half of it.
        await Promise.allSettled(moment.map((one) => act(played, one)))
        expect(await contradictions(userId)).toEqual([])
      }
      expect(await shop.issuedOf(couponId)).toBe(3)
    }),
    { ...propertyRounds(12), endOnFailure: true },
  )
}, 300_000)
