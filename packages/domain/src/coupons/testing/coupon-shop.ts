import { createCouponInput } from '@mozhou/contracts/coupons/admin-inputs'
import { parseId } from '@mozhou/contracts/ids'
import type { IdKind } from '@mozhou/contracts/ids'
import type { OrderDto } from '@mozhou/contracts/orders/answers'
import type { z } from 'zod'
import type { Actor } from '../../audit/actor.ts'
import { createRecharge } from '../../orders/create-order.ts'
import { openShop } from '../../orders/testing/shop.ts'
import type { Bought, Shop } from '../../orders/testing/shop.ts'
import { claimCoupon } from '../claim-coupon.ts'
import { createCoupon } from '../create-coupon.ts'
import { getUserCoupon } from '../user-coupon-dto.ts'
import { updateCoupon } from '../update-coupon.ts'

export const bare = (kind: IdKind, id: string): string => {
  const uuid = parseId(kind, id)
  if (uuid === null) throw new Error(`${id} is no ${kind}`)
  return uuid
}

type Terms = Partial<z.input<typeof createCouponInput>>

/** A shop whose operators give coupons. */
export interface CouponShop extends Shop {
  actor: Actor
  /** Active from the start; five yuan off anything, where nothing else is said. */
  coupon(terms?: Terms): Promise<string>
  claim(couponId: string, userId: string): Promise<string>
  statusOf(userId: string, userCouponId: string): Promise<string>
  order(userId: string, amountFen: number, userCouponId?: string): Promise<OrderDto>
  /** As above, with a code shown by Alipay. */
  begunOrder(userId: string, amountFen: number, userCouponId?: string): Promise<Bought>
  issuedOf(couponId: string): Promise<number>
}

export async function openCouponShop(): Promise<CouponShop> {
  const shop = await openShop()
  const { ctx } = shop
  const actor = { userId: await shop.newPerson(), requestId: 'req-1' }
  const order: CouponShop['order'] = (userId, amountFen, userCouponId) =>
    createRecharge(ctx, { userId, amountFen, userCouponId, requestKey: crypto.randomUUID() })
  return {
    ...shop,
    actor,
    coupon: async (terms = {}) => {
      const input = createCouponInput.parse({
        name: '立减五元',
        kind: 'universal',
        discount: { kind: 'amount', amountFen: 500 },
        validity: { kind: 'days', days: 7 },
        totalLimit: 1_000,
        ...terms,
      })
      const made = await createCoupon(ctx, { ...input, actor })
      const id = bare('coupon', made.id)
      await updateCoupon(ctx, { couponId: id, version: made.version, status: 'active', actor })
      return id
    },
    claim: async (couponId, userId) => {
      const given = await claimCoupon(ctx, { couponId, userId, requestKey: crypto.randomUUID() })
      return bare('userCoupon', given.id)
    },
    statusOf: async (userId, userCouponId) => (await getUserCoupon(ctx, { userId, userCouponId })).status,
    order,
    begunOrder: async (userId, amountFen, userCouponId) => {
      const { id, orderNo } = await order(userId, amountFen, userCouponId)
      const bought = { userId, orderId: bare('order', id), orderNo }
      await shop.begin(bought, 'alipay')
      return bought
    },
    issuedOf: async (couponId) => (await ctx.prisma.coupon.findUniqueOrThrow({ where: { id: couponId } })).issued,
  }
}
