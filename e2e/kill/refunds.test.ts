import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest'
import { giftCredits } from '../support/credits.ts'
import { addPerson } from '../support/person.ts'
import { holdCreditAccount } from '../support/row-lock.ts'
import { startStack } from '../support/stack.ts'
import type { Stack } from '../support/stack.ts'
import { until } from '../support/until.ts'
import { expectCleanLedger } from '../support/verdict.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ sweepAfterMs: 1_000 })
})
afterAll(() => stack?.close())
beforeEach(() => onTestFailed(() => console.log(stack.logs())))

interface PlayedTrade {
  orderNo: string
  refunds: { amountFen: number }[]
}

const control = `/payments/alipay/__ctl/merchants/default`
async function channel<T>(path: string, body?: object): Promise<T> {
  const response = await fetch(`${stack.env['SANDBOX_URL'] ?? ''}${control}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

async function paidOrder() {
  const person = await addPerson(stack)
  const { id: orderId, orderNo } = await person.api.recharge(5_000)
  await person.api.pay(orderId, 'alipay')
  await channel('/pay', { trade: orderNo })
  await until('the order is credited', async () => (await person.api.order(orderId)).status === 'fulfilled')
  return { person, orderId, orderNo }
}

/** One refund at the channel, its credits gone once, and books that add up. */
async function expectRefundedOnce({ person, orderId, orderNo }: Awaited<ReturnType<typeof paidOrder>>): Promise<void> {
  await until('the order is refunded', async () => (await person.api.order(orderId)).status === 'refunded', 90_000)
  expect((await person.api.order(orderId)).refunds).toMatchObject([{ status: 'succeeded', amountFen: 5_000 }])
  expect((await person.api.balance()).credits).toBe(giftCredits)
  const { trades } = await channel<{ trades: PlayedTrade[] }>('/trades')
  const trade = trades.find((played) => played.orderNo === orderNo)
  expect(trade?.refunds.map(({ amountFen }) => amountFen)).toEqual([5_000])
  await expectCleanLedger(stack)
}

test('a refund that the channel accepted and nobody wrote down is found out, and made once', async () => {
  const paid = await paidOrder()
  await stack.worker.kill()
  expect((await paid.person.api.refund(paid.orderId)).refunds).toMatchObject([{ status: 'reserved' }])
  const lock = await holdCreditAccount(stack.database, paid.person.id)
  await stack.worker.start()
  await lock.untilWorkerWaits()
  await stack.worker.kill()
  await lock.endWaiting()
  await lock.release()
  const [row] = await stack.database.rows<{ status: string }>(
    `SELECT r.status FROM money_refunds r JOIN orders o ON o.id = r.order_id WHERE o.order_no = $1`,
    [paid.orderNo],
  )
  expect(row).toEqual({ status: 'submitted' })
  const startedAt = performance.now()
  await stack.worker.start()
  await expectRefundedOnce(paid)
  console.log(`refund accepted, not recorded: recovered in ${Math.round(performance.now() - startedAt)} ms`)
})

test('a refund asked for while Temporal is away is sent by the sweep', async () => {
  const paid = await paidOrder()
  await stack.temporal.kill()
  expect((await paid.person.api.refund(paid.orderId)).refunds).toMatchObject([{ status: 'reserved' }])
  const startedAt = performance.now()
  await stack.temporal.start()
  await expectRefundedOnce(paid)
  console.log(`Temporal away when a refund was asked for: recovered in ${Math.round(performance.now() - startedAt)} ms`)
})
