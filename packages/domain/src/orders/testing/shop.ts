import { parseId } from '@mozhou/contracts/ids'
import { getBalance } from '../../credits/get-balance.ts'
import { createTestDomain } from '../../testing/test-domain.ts'
import type { TestDomain } from '../../testing/test-domain.ts'
import { createRecharge, purchaseMembership } from '../create-order.ts'
import { getOrder } from '../get-order.ts'
import { listPlans } from '../list-plans.ts'
import type { OrdersContext } from '../orders-context.ts'
import { startPayment } from '../start-payment.ts'
import { takeNotice } from '../take-notice.ts'
import { createFakeChannel } from './fake-channel.ts'
import type { FakeChannel } from './fake-channel.ts'

export interface Bought {
  userId: string
  orderId: string
  orderNo: string
}

/** A database with people who have paid by a channel that a test plays. */
export interface Shop {
  domain: TestDomain
  ctx: OrdersContext
  alipay: FakeChannel
  newPerson(): Promise<string>
  /** Paid and credited. */
  recharge(amountFen: number, userId?: string): Promise<Bought>
  /** Paid and begun, or queued behind what there is. */
  membership(planKey: string, userId?: string): Promise<Bought>
  creditsOf(userId: string): Promise<number>
  stand(bought: Bought): ReturnType<typeof getOrder>
}

export async function openShop(): Promise<Shop> {
  const domain = await createTestDomain()
  const alipay = createFakeChannel('alipay', () => domain.ctx.clock.now())
  const ctx: OrdersContext = { ...domain.ctx, channels: { alipay }, publicApiUrl: 'http://api.test' }
  const bare = (kind: 'user' | 'order' | 'plan', id: string | undefined) => parseId(kind, id ?? '') ?? ''
  const newPerson = async () => bare('user', (await domain.signUp()).user.id)
  const pay = async (userId: string, order: { id: string; orderNo: string }): Promise<Bought> => {
    const orderId = bare('order', order.id)
    await startPayment(ctx, { userId, orderId, channel: 'alipay', way: 'qr', clientIp: null, returnUrl: null })
    await takeNotice(ctx, { channel: 'alipay', raw: { body: alipay.pay(order.orderNo), headers: {} } })
    return { userId, orderId, orderNo: order.orderNo }
  }
  return {
    domain,
    ctx,
    alipay,
    newPerson,
    async recharge(amountFen, owner) {
      const userId = owner ?? (await newPerson())
      return pay(userId, await createRecharge(ctx, { userId, amountFen, requestKey: crypto.randomUUID() }))
    },
    async membership(planKey, owner) {
      const userId = owner ?? (await newPerson())
      const plan = (await listPlans(ctx)).find(({ key }) => key === planKey)
      const planId = bare('plan', plan?.id)
      return pay(userId, await purchaseMembership(ctx, { userId, planId, requestKey: crypto.randomUUID() }))
    },
    creditsOf: async (userId) => (await getBalance(ctx, { userId })).credits,
    stand: (bought) => getOrder(ctx, bought),
  }
}
