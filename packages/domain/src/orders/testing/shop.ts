import { parseId } from '@mozhou/contracts/ids'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import { getBalance } from '../../credits/get-balance.ts'
import { createTestDomain } from '../../testing/test-domain.ts'
import type { TestDomain } from '../../testing/test-domain.ts'
import { createRecharge, purchaseMembership } from '../create-order.ts'
import { getOrder } from '../get-order.ts'
import { listPlans } from '../list-plans.ts'
import type { OrdersContext } from '../orders-context.ts'
import { startPayment } from '../start-payment.ts'
import { takeNotice } from '../take-notice.ts'
import type { TakenNotice } from '../take-notice.ts'
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
  wechat: FakeChannel
  newPerson(): Promise<string>
  /** A code is shown by Alipay, and nobody has paid. */
  unpaidRecharge(amountFen: number, userId?: string): Promise<Bought>
  unpaidMembership(planKey: string, userId?: string): Promise<Bought>
  /** Another channel's code for the same order, or the same one again. */
  begin(bought: Pick<Bought, 'userId' | 'orderId'>, channel: PayChannel): Promise<void>
  /** A channel's notice. */
  tell(body: Uint8Array, channel?: PayChannel): Promise<TakenNotice>
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
  const wechat = createFakeChannel('wechat', () => domain.ctx.clock.now())
  const ctx: OrdersContext = { ...domain.ctx, channels: { alipay, wechat }, publicApiUrl: 'http://api.test' }
  const bare = (kind: 'user' | 'order' | 'plan', id: string | undefined) => parseId(kind, id ?? '') ?? ''
  const newPerson = async () => bare('user', (await domain.signUp()).user.id)
  const begin: Shop['begin'] = async ({ userId, orderId }, channel) => {
    await startPayment(ctx, { userId, orderId, channel, way: 'qr', clientIp: null, returnUrl: null })
  }
  const tell: Shop['tell'] = (body, channel = 'alipay') => takeNotice(ctx, { channel, raw: { body, headers: {} } })
  const begun = async (userId: string, { id, orderNo }: { id: string; orderNo: string }): Promise<Bought> => {
    const bought = { userId, orderId: bare('order', id), orderNo }
    await begin(bought, 'alipay')
    return bought
  }
  const unpaidRecharge: Shop['unpaidRecharge'] = async (amountFen, owner) => {
    const userId = owner ?? (await newPerson())
    return begun(userId, await createRecharge(ctx, { userId, amountFen, requestKey: crypto.randomUUID() }))
  }
  const unpaidMembership: Shop['unpaidMembership'] = async (planKey, owner) => {
    const userId = owner ?? (await newPerson())
    const plan = (await listPlans(ctx)).find(({ key }) => key === planKey)
    const planId = bare('plan', plan?.id)
    return begun(userId, await purchaseMembership(ctx, { userId, planId, requestKey: crypto.randomUUID() }))
  }
  const paid = async (bought: Bought): Promise<Bought> => {
    await tell(alipay.pay(bought.orderNo))
    return bought
  }
  return {
    domain,
    ctx,
    alipay,
    wechat,
    newPerson,
    unpaidRecharge,
    unpaidMembership,
    begin,
    tell,
    recharge: async (amountFen, owner) => paid(await unpaidRecharge(amountFen, owner)),
    membership: async (planKey, owner) => paid(await unpaidMembership(planKey, owner)),
    creditsOf: async (userId) => (await getBalance(ctx, { userId })).credits,
    stand: (bought) => getOrder(ctx, bought),
  }
}
