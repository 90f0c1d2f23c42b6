import { parseId } from '@mozhou/contracts/ids'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import { propertyRounds } from '@mozhou/contracts/testing/env'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditLedger } from '../credits/audit-ledger.ts'
import { getBalance } from '../credits/get-balance.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { advanceRefund } from './advance-refund.ts'
import { closeOrder } from './close-order.ts'
import { createRecharge } from './create-order.ts'
import type { OrdersContext } from './orders-context.ts'
import { startPayment } from './start-payment.ts'
import { syncOrder } from './sync-order.ts'
import { takeNotice } from './take-notice.ts'
import { createFakeChannel } from './testing/fake-channel.ts'

let domain: TestDomain
let ctx: OrdersContext
const channels = { alipay: createFakeChannel('alipay'), wechat: createFakeChannel('wechat') }
beforeAll(async () => {
  domain = await createTestDomain()
  ctx = { ...domain.ctx, channels, publicApiUrl: 'http://api.test' }
})
afterAll(() => domain.close())

const order = fc.nat({ max: 3 })
const channel = fc.constantFrom<PayChannel>('alipay', 'wechat')
type Step =
  | { do: 'order'; yuan: number }
  | { do: 'start' | 'pay' | 'underpay'; order: number; channel: PayChannel }
  | { do: 'tell' | 'ask' | 'close' | 'refund'; order: number }
  | { do: 'fail'; channel: PayChannel; call: 'query' | 'close' | 'refund' }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('order' as const), yuan: fc.integer({ min: 10, max: 99 }) }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constantFrom('start' as const, 'pay' as const, 'pay' as const), order, channel }),
  },
  fc.record({ do: fc.constant('underpay' as const), order, channel }),
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('tell' as const, 'tell' as const, 'ask' as const, 'close' as const, 'refund' as const),
      order,
    }),
  },
  fc.record({ do: fc.constant('fail' as const), channel, call: fc.constantFrom('query', 'close', 'refund') }),
)

interface Played {
  orderId: string
  orderNo: string
  fen: number
  started: Set<PayChannel>
  /** Channels that took the whole amount, and what they tell about it. */
  paid: Map<PayChannel, Uint8Array>
  /** Took another amount, which nobody may take for the order's. */
  isMispaid: boolean
}

/** What a person, the channels, the sweeps and bad luck do, in any order. */
async function play(userId: string, steps: readonly Step[]): Promise<Played[]> {
  const orders: Played[] = []
  for (const one of steps) {
    if (one.do === 'order') await newOrder(userId, orders, one.yuan)
    else if (one.do === 'fail') channels[one.channel].before(one.call, () => Promise.reject(new Error('line is cut')))
    else {
      const at = orders[one.order]
      if (at) await act(userId, at, one)
    }
  }
  return orders
}

async function newOrder(userId: string, orders: Played[], yuan: number): Promise<void> {
  const requestKey = crypto.randomUUID()
  const made = await createRecharge(ctx, { userId, amountFen: yuan * 100, requestKey }).catch(() => null)
  if (!made || orders.some(({ orderNo }) => orderNo === made.orderNo)) return
  const orderId = parseId('order', made.id) ?? ''
  const fresh = { started: new Set<PayChannel>(), paid: new Map<PayChannel, Uint8Array>(), isMispaid: false }
  orders.push({ orderId, orderNo: made.orderNo, fen: yuan * 100, ...fresh })
}

type OrderStep = Exclude<Step, { do: 'order' | 'fail' }>

async function act(userId: string, at: Played, one: OrderStep): Promise<void> {
  const { orderId, orderNo } = at
  switch (one.do) {
    case 'start': {
      const begun = { userId, orderId, channel: one.channel, way: 'qr' as const, clientIp: null, returnUrl: null }
      await startPayment(ctx, begun).then(
        () => at.started.add(one.channel),
        () => {},
      )
      return
    }
    case 'pay':
      if (at.started.has(one.channel) && !at.isMispaid && !at.paid.has(one.channel))
        at.paid.set(one.channel, channels[one.channel].pay(orderNo))
      return
    case 'underpay':
      if (at.started.has(one.channel) && at.paid.size === 0) {
        at.isMispaid = true
        await tell(one.channel, channels[one.channel].pay(orderNo, { amountFen: at.fen - 1 }))
      }
      return
    case 'tell':
      for (const [by, body] of at.paid) await tell(by, body)
      return
    case 'ask':
      await syncOrder(ctx, { orderId }).catch(() => {})
      return
    case 'close':
      await closeOrder(ctx, { orderId }).catch(() => {})
      return
    case 'refund':
      await refundAll(orderId).catch(() => {})
  }
}

const tell = (by: PayChannel, body: Uint8Array) => takeNotice(ctx, { channel: by, raw: { body, headers: {} } })

async function refundAll(orderId: string): Promise<void> {
  for (const { id } of await ctx.prisma.moneyRefund.findMany({ where: { orderId }, select: { id: true } }))
    await advanceRefund(ctx, { refundId: id })
}

/** Everybody is told, and every refund is carried to its end. */
async function settle(orders: readonly Played[]): Promise<void> {
  for (const { orderId, paid } of orders) {
    for (const [by, body] of paid) await tell(by, body)
    for (let tries = 0; tries < 4; tries += 1) {
      for (const { refunds } of Object.values(channels))
        for (const [refundNo, refund] of refunds) refunds.set(refundNo, { ...refund, state: 'succeeded' })
      await refundAll(orderId).catch(() => {})
    }
  }
}

async function expectSquare(userId: string, orders: readonly Played[], before: number): Promise<void> {
  let credits = before
  for (const { orderId, fen, paid, isMispaid } of orders) {
    const row = await ctx.prisma.order.findUniqueOrThrow({
      where: { id: orderId },
      select: { status: true, abnormalReason: true, payments: true, refunds: true },
    })
    const accepted = row.payments.filter(({ status }) => status === 'accepted')
    const surplus = row.payments.filter(({ status }) => status === 'surplus')
    const whole = [...accepted, ...surplus].map(({ channel: by }) => by)
    expect(whole.toSorted()).toEqual([...paid.keys()].toSorted())
    expect(row.payments.length - whole.length).toBe(isMispaid ? 1 : 0)
    expect(accepted.length).toBe(row.status === 'fulfilled' ? 1 : 0)
    if (paid.size > 0) expect(['fulfilled', 'closed']).toContain(row.status)
    expect(row.refunds.map(({ status, amountFen }) => [status, amountFen])).toEqual(
      surplus.map(() => ['succeeded', fen]),
    )
    const wentBack = Object.values(channels).flatMap(({ refunds }) =>
      row.refunds.flatMap(({ refundNo }) => refunds.get(refundNo)?.refundFen ?? []),
    )
    expect(wentBack).toEqual(surplus.map(() => fen))
    if (isMispaid) expect([row.status === 'fulfilled', row.abnormalReason]).toEqual([false, 'amount_mismatch'])
    if (row.status === 'fulfilled') credits += fen / 10
  }
  expect((await getBalance(ctx, { userId })).credits).toBe(credits)
}

it('whatever happens in whatever order, ledger, orders and channels say the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      for (const { trades, refunds } of Object.values(channels)) {
        trades.clear()
        refunds.clear()
      }
      const userId = parseId('user', (await domain.signUp()).user.id) ?? ''
      const before = (await getBalance(ctx, { userId })).credits
      const orders = await play(userId, [
        { do: 'order', yuan: 10 },
        { do: 'start', order: 0, channel: 'alipay' },
        ...steps,
      ])
      await settle(orders)
      await expectSquare(userId, orders, before)
    }),
    propertyRounds(10),
  )
  const { checks } = await auditLedger(ctx)
  expect(checks.filter(({ isPassed }) => !isPassed)).toEqual([])
})
