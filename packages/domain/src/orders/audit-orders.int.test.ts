import type { AuditCheck } from '@mozhou/contracts/credits/kinds'
import { formatId } from '@mozhou/contracts/ids'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { auditLedger } from '../credits/audit-ledger.ts'
import { postEntry } from '../credits/post-entry.ts'
import { quoteRefund } from './quote-refund.ts'
import { requestRefund } from './request-refund.ts'
import { openShop } from './testing/shop.ts'
import type { Bought, Shop } from './testing/shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.domain.close())
/** How a test leaves the books as they were. */
let mend: (() => Promise<unknown>) | null = null
afterEach(async () => {
  await mend?.()
  mend = null
  expect(await failed()).toEqual([])
})

async function failed(): Promise<[AuditCheck, string[]][]> {
  const { checks } = await auditLedger(shop.ctx, { accounts: 2, entries: 3, generations: 1 })
  return checks.filter(({ isPassed }) => !isPassed).map(({ check, findings }) => [check, findings.map(({ id }) => id)])
}

const order = ({ orderId }: Bought) => formatId('order', orderId)
const change = (bought: Bought, data: { credits?: number; paidAt?: Date | null; status?: string }) =>
  shop.ctx.prisma.order.update({ where: { id: bought.orderId }, data, select: { id: true } })
async function refund(bought: Bought): Promise<string> {
  const { amountFen, takenCredits } = await quoteRefund(shop.ctx, bought)
  const request = { ...bought, amountFen, takenCredits, requestKey: crypto.randomUUID() }
  return (await requestRefund(shop.ctx, request)).refundId
}

it('passes orders that were paid, closed, and refunded', async () => {
  await shop.membership('month')
  await refund(await shop.recharge(1_000))
  await shop.recharge(5_000)
  const { checks } = await auditLedger(shop.ctx)
  const counts = Object.fromEntries(checks.map(({ check, checked }) => [check, checked]))
  // Three orders, and the two entries of those that were recharges.
  expect(counts).toMatchObject({ paid_orders_credited: 5, clawbacks_within_orders: 1, refunds_within_payments: 1 })
})

it('finds a paid order that brought other credits than it says', async () => {
  const bought = await shop.recharge(1_000)
  await change(bought, { credits: 200 })
  mend = () => change(bought, { credits: 100 })
  const [[check, ids] = []] = await failed()
  expect(check).toBe('paid_orders_credited')
  expect(ids).toContain(order(bought))
})

it('finds credits of an order that nobody paid, from both sides', async () => {
  const bought = await shop.recharge(1_000)
  await change(bought, { paidAt: null, status: 'pending' })
  mend = () => change(bought, { paidAt: shop.ctx.clock.now(), status: 'fulfilled' })
  const { id } = await shop.ctx.prisma.creditEntry.findFirstOrThrow({ where: { referenceId: bought.orderId } })
  expect(await failed()).toEqual([['paid_orders_credited', [formatId('entry', id), order(bought)]]])
})

it('finds more taken back than was given, and more money sent back than was paid', async () => {
  const bought = await shop.recharge(1_000)
  const refundId = await refund(bought)
  const set = (amountFen: number) =>
    shop.ctx.prisma.moneyRefund.update({ where: { id: refundId }, data: { amountFen } })
  await set(1_001)
  expect(await failed()).toEqual([['refunds_within_payments', [order(bought)]]])
  await set(1_000)
  await postEntry(shop.ctx, {
    key: `clawback:again:${refundId}`,
    kind: 'clawback_recharge',
    userId: bought.userId,
    unit: 'credits',
    amount: -1,
    reference: { type: 'order', id: bought.orderId },
  })
  expect(await failed()).toEqual([
    ['clawbacks_within_orders', [order(bought)]],
    ['refunds_within_payments', [order(bought)]],
  ])
  mend = async () => {
    const { prisma } = shop.ctx
    await prisma.$executeRaw`ALTER TABLE credit_entries DISABLE TRIGGER credit_entries_append_only`
    await prisma.$executeRaw`UPDATE credit_entries SET reference_type = 'test' WHERE idempotency_key = ${`clawback:again:${refundId}`}`
    await prisma.$executeRaw`UPDATE credit_entries e SET hash = entry_hash(e) WHERE idempotency_key = ${`clawback:again:${refundId}`}`
    await prisma.$executeRaw`UPDATE credit_accounts a SET head_hash = e.hash FROM credit_entries e
      WHERE e.account_id = a.id AND e.idempotency_key = ${`clawback:again:${refundId}`}`
    await prisma.$executeRaw`ALTER TABLE credit_entries ENABLE TRIGGER credit_entries_append_only`
  }
})
