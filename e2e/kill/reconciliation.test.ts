import type { OrderDto } from '@mozhou/contracts/orders/answers'
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest'
import { addPerson, signInAdmin } from '../support/person.ts'
import type { Person } from '../support/person.ts'
import { holdCreditAccount } from '../support/row-lock.ts'
import { startStack } from '../support/stack.ts'
import type { Stack } from '../support/stack.ts'
import { until } from '../support/until.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack?.close())
beforeEach(() => onTestFailed(() => console.log(stack.logs())))

const day = new Date(Date.now() + 8 * 3_600_000 - 3 * 86_400_000).toISOString().slice(0, 10)

/** What nobody but this test asks of the API. */
async function mutate<T>(path: string, token: string, input: object): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${stack.env['API_PORT'] ?? ''}/trpc/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(input),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`)
  return (JSON.parse(text) as { result: { data: T } }).result.data
}

/** Paid at the channel three days ago, and nobody told us. */
async function paidUnseen({ api: { token } }: Person): Promise<void> {
  const order = await mutate<OrderDto>('orders.recharge', token, { amountFen: 1_000, requestKey: crypto.randomUUID() })
  await mutate('orders.pay', token, { orderId: order.id, channel: 'alipay' })
  await stack.sandbox.behave({ vendor: 'alipay', model: order.orderNo, fault: 'notice-lost' })
  const url = `${stack.env['SANDBOX_URL'] ?? ''}/payments/alipay/__ctl/merchants/default/pay`
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ trade: order.orderNo, at: `${day}T12:00:00+08:00` }),
  })
  expect(await response.json()).toMatchObject({ end: 'paid' })
}

test('a worker killed half way through a bill: each payment is credited once, and the bill is done', async () => {
  const people = [await addPerson(stack), await addPerson(stack), await addPerson(stack)]
  for (const person of people) await paidUnseen(person)
  const admin = await signInAdmin(stack)
  const before = await Promise.all(people.map(async ({ api }) => (await api.balance()).credits))
  const [, second] = people
  if (!second) throw new Error('nobody')
  const lock = await holdCreditAccount(stack.database, second.id)
  await mutate('reconciliation.run', admin.token, { day })
  await lock.untilWorkerWaits()
  // The first of the three has its credits; the second waits inside its transaction.
  const startedAt = performance.now()
  await stack.worker.kill()
  await lock.endWaiting()
  await lock.release()
  await stack.worker.start()
  await until('the bill is compared', async () => {
    const rows = await stack.database.rows(
      `SELECT 1 FROM channel_bills WHERE channel = 'alipay' AND kind = 'trade' AND day = $1 AND status = 'compared'`,
      [day],
    )
    return rows.length > 0
  })
  console.log(`worker killed half way through a bill: recovered in ${Math.round(performance.now() - startedAt)} ms`)
  const after = await Promise.all(people.map(async ({ api }) => (await api.balance()).credits))
  expect(after).toEqual(before.map((credits) => credits + 100))
  expect(
    await stack.database.rows(
      `SELECT resolution, count(*)::int AS findings, (SELECT count(*)::int FROM payments WHERE source = 'bill') AS payments
       FROM bill_findings GROUP BY resolution`,
    ),
  ).toEqual([{ resolution: 'credited', findings: 3, payments: 3 }])
})
