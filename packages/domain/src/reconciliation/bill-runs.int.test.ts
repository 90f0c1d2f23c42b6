import { afterEach, expect, it } from 'vitest'
import { closeOrder } from '../orders/close-order.ts'
import type { OrdersContext } from '../orders/orders-context.ts'
import { checkCredited } from './check-credited.ts'
import { compareBill } from './compare-bill.ts'
import { dueBills } from './due-bills.ts'
import { fetchBill } from './fetch-bill.ts'
import { closeShops, day, openShop, order, paid, payAt, reconcile } from './testing/bill-shop.ts'

afterEach(closeShops)

it.each(['alipay', 'wechat'] as const)(
  'bills of %s are gone over again from where a worker died: half its lines kept, half its findings applied',
  async (channel) => {
    const shop = await openShop(channel)
    const { ctx } = shop
    const made = [await order(shop), await order(shop), await order(shop)]
    for (const { orderNo } of made) await payAt(shop.merchant, orderNo)
    await fetchBill(ctx, { channel, kind: 'trade', day })
    const bill = await ctx.prisma.channelBill.findFirstOrThrow({ where: { channel, day } })
    // As if it had died between its chunks.
    await ctx.prisma.billLine.deleteMany({ where: { billId: bill.id, position: { gt: 0 } } })
    await ctx.prisma.channelBill.update({ where: { id: bill.id }, data: { status: 'waiting' } })
    await fetchBill(ctx, { channel, kind: 'trade', day })
    // And again after the first of three was credited, before that was written at its finding.
    let calls = 0
    const dying = Object.create(ctx, {
      clock: {
        value: {
          now: () => {
            calls += 1
            if (calls === 6) throw new Error('killed')
            return ctx.clock.now()
          },
        },
      },
    }) as OrdersContext
    await expect(compareBill(dying, { channel, kind: 'trade', day })).rejects.toThrow('killed')
    expect((await reconcile(shop)).bill.items.map(({ resolution }) => resolution)).toEqual(Array(3).fill('credited'))
    for (const one of made) expect(await one.credits()).toBe(one.before + 100)
  },
)

it('a day is due until it was compared, for every channel that is offered, and when a person asks for it again', async () => {
  const shop = await openShop('alipay')
  const due = await dueBills(shop.ctx, { day: null })
  expect(due).toHaveLength(14)
  expect(due.slice(0, 2).map(({ kind }) => kind)).toEqual(['trade', 'flow'])
  await reconcile(shop, due[0]?.day ?? '')
  expect(await dueBills(shop.ctx, { day: null })).toEqual(due.slice(1))
  expect(await dueBills(shop.ctx, { day: due[0]?.day ?? '' })).toEqual(due.slice(0, 2))
  expect(await dueBills(shop.ctx, { day: '2999-01-01' })).toEqual([])
})

it('paid means credited: a paid order without its entry is counted', async () => {
  const shop = await openShop('alipay')
  const made = await paid(shop)
  expect(await checkCredited(shop.ctx)).toMatchObject({ withoutEntry: 0, withoutPayment: 0, unpaidWithPayment: 0 })
  await closeOrder(shop.ctx, made)
  const orphan = await order(shop)
  const paidAt = new Date()
  await shop.ctx.prisma.order.update({ where: { id: orphan.orderId }, data: { status: 'fulfilled', paidAt } })
  expect(await checkCredited(shop.ctx)).toMatchObject({ withoutEntry: 1, withoutPayment: 1 })
})
