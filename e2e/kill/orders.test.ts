import type { OrderDto } from '@mozhou/contracts/orders/answers'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import { orderWorkflowId } from '@mozhou/workflows/ids'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest'
import { bareId } from '../support/ids.ts'
import { addPerson } from '../support/person.ts'
import type { Person } from '../support/person.ts'
import { holdNotice, holdOrder } from '../support/row-lock.ts'
import { startStack } from '../support/stack.ts'
import type { Stack } from '../support/stack.ts'
import { payOnPhone } from '../support/pay-on-phone.ts'
import { until } from '../support/until.ts'
import { expectCleanLedger } from '../support/verdict.ts'

const yuan10 = 1_000
let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(async () => {
  await expectCleanLedger(stack).finally(() => stack.close())
})
beforeEach(() => onTestFailed(() => console.log(stack.logs())))
afterEach(() => stack.sandbox.clear())

async function orderOf(person: Person, ...channels: PayChannel[]): Promise<OrderDto> {
  const order = await person.api.recharge(yuan10)
  for (const channel of channels) await person.api.pay(order.id, channel)
  return order
}

const payInSandbox = (code: string) => payOnPhone(stack.env['SANDBOX_URL'] ?? '', code)

const noticeOf = (orderNo: string) =>
  until('the notice is stored', async () => {
    // The order's number stands in a notice's body, whatever became of it.
    const rows = await stack.database.rows<{ id: string; verdict: string }>(
      `SELECT id, verdict FROM payment_notices WHERE position($1::bytea in body) > 0`,
      [Buffer.from(orderNo)],
    )
    return rows[0]
  })

/** As the channel does when it was not answered; what it was answered now. */
async function tellAgain(orderNo: string): Promise<string> {
  const { id } = await noticeOf(orderNo)
  const { body, type } = await stack.database.one<{ body: Buffer<ArrayBuffer>; type: string }>(
    `SELECT body, headers ->> 'content-type' AS type FROM payment_notices WHERE id = $1`,
    [id],
  )
  const address = `http://127.0.0.1:${stack.env['API_PORT'] ?? ''}/api/v1/credit/callback/alipay`
  const response = await fetch(address, { method: 'POST', headers: { 'content-type': type }, body })
  return response.text()
}

/** As an open page does, which asks for the order again and again. */
async function expectCreditedOnce(person: Person, order: OrderDto, what: string): Promise<void> {
  const startedAt = performance.now()
  await until('the order is fulfilled', async () => (await person.api.order(order.id)).status === 'fulfilled')
  console.log(`${what}: recovered in ${Math.round(performance.now() - startedAt)} ms`)
  const entries = await stack.database.rows<{ amount: number }>(
    `SELECT amount FROM credit_entries WHERE reference_type = 'order' AND reference_id = $1`,
    [bareId('order', order.id)],
  )
  expect(entries).toEqual([{ amount: 100 }])
  const payments = await stack.database.rows('SELECT 1 FROM payments WHERE order_id = $1', [bareId('order', order.id)])
  expect(payments).toHaveLength(1)
}

describe('a payment is credited once when', () => {
  test('the API dies between storing its notice and applying it', async () => {
    const person = await addPerson(stack)
    const order = await orderOf(person, 'alipay')
    const lock = await holdOrder(stack.database, bareId('order', order.id))
    await payInSandbox(order.orderNo)
    await lock.untilWorkerWaits()
    expect(await noticeOf(order.orderNo)).toMatchObject({ verdict: 'received' })
    await stack.api.kill()
    await lock.endWaiting()
    await lock.release()
    await stack.api.start()
    await expectCreditedOnce(person, order, 'API killed inside fulfilment')
  })

  test('the API dies when all is done and the channel has not been answered', async () => {
    const person = await addPerson(stack)
    const order = await orderOf(person, 'alipay')
    const lock = await holdOrder(stack.database, bareId('order', order.id))
    await payInSandbox(order.orderNo)
    await lock.untilWorkerWaits()
    await stack.api.kill()
    // The server does what it was asked, whoever has died meanwhile.
    await lock.release()
    await until('it is committed', async () => (await noticeOf(order.orderNo)).verdict === 'applied')
    await stack.api.start()
    await expectCreditedOnce(person, order, 'API killed between commit and answer')
    expect(await tellAgain(order.orderNo)).toBe('success')
    await expectCreditedOnce(person, order, 'and told again')
    // Nobody woke it: it asks by itself, a minute after it began.
    const workflow = stack.temporalClient.workflow.getHandle(orderWorkflowId(bareId('order', order.id)))
    const ended = async () => (await workflow.describe()).status.name === 'COMPLETED'
    await until('its workflow has found out by itself', ended, 90_000)
  })

  test('the API dies when all is written but that its notice is applied', async () => {
    const person = await addPerson(stack)
    const order = await orderOf(person, 'alipay')
    const lock = await holdOrder(stack.database, bareId('order', order.id))
    await payInSandbox(order.orderNo)
    await lock.untilWorkerWaits()
    const { id } = await noticeOf(order.orderNo)
    const answer = await holdNotice(stack.database, id)
    await lock.release()
    await answer.untilWorkerWaits()
    const startedAt = performance.now()
    await stack.api.kill()
    await answer.endWaiting()
    await answer.release()
    await stack.api.start()
    await expectCreditedOnce(person, order, 'API killed at the end of fulfilment')
    // The channel says it again, or the sweep takes it up: one effect either way.
    await until('the notice is concluded', async () => (await noticeOf(order.orderNo)).verdict === 'repeated', 90_000)
    console.log(`its notice: concluded in ${Math.round(performance.now() - startedAt)} ms`)
    await expectCreditedOnce(person, order, 'and after that')
  })

  test('the API dies when the order is there and its workflow is not', async () => {
    const person = await addPerson(stack)
    await stack.temporal.kill()
    const pressed = person.api.recharge(yuan10).catch(() => null)
    const made = () =>
      stack.database.rows<{ isWatched: boolean }>(
        `SELECT watched_at IS NOT NULL AS "isWatched" FROM orders o JOIN users u ON u.id = o.user_id WHERE u.id = $1`,
        [person.id],
      )
    await until('the order is inserted', async () => (await made()).length > 0)
    await stack.api.kill()
    await pressed
    expect(await made()).toEqual([{ isWatched: false }])
    const startedAt = performance.now()
    await stack.temporal.start()
    await stack.api.start()
    // The same press finds the order that is there; its workflow is the sweep's.
    const order = await orderOf(person, 'alipay')
    await until('the order is watched over', async () => (await made())[0]?.isWatched === true, 120_000)
    console.log(`order inserted, workflow not started: recovered in ${Math.round(performance.now() - startedAt)} ms`)
    expect(await made()).toHaveLength(1)
    await payInSandbox(order.orderNo)
    await expectCreditedOnce(person, order, 'its payment')
  })

  test('PostgreSQL dies in the middle of it', async () => {
    const person = await addPerson(stack)
    const order = await orderOf(person, 'alipay')
    const lock = await holdOrder(stack.database, bareId('order', order.id))
    await payInSandbox(order.orderNo)
    await lock.untilWorkerWaits()
    await stack.postgres.kill()
    await stack.postgres.start()
    await lock.release().catch(() => {})
    await expectCreditedOnce(person, order, 'PostgreSQL killed inside fulfilment')
  })

  test('Temporal is away from the order to the payment', async () => {
    const person = await addPerson(stack)
    await stack.temporal.kill()
    const order = await orderOf(person, 'alipay')
    await payInSandbox(order.orderNo)
    await expectCreditedOnce(person, order, 'Temporal away')
    await stack.temporal.start()
  })
})

test('money that was paid twice goes back once, though the worker dies while the channel has done it and not said so', async () => {
  const person = await addPerson(stack)
  const order = await orderOf(person, 'alipay', 'wechat')
  await stack.sandbox.behave({
    fault: 'timeout-after-commit',
    vendor: 'wechat',
    model: 'POST /v3/refund/domestic/refunds',
  })
  const codes = await stack.database.rows<{ channel: string; code: string }>(
    'SELECT channel, qr_text AS code FROM payment_starts WHERE order_id = $1',
    [bareId('order', order.id)],
  )
  // Once one is known the other code is closed: both are paid before either is.
  const lock = await holdOrder(stack.database, bareId('order', order.id))
  for (const channel of ['alipay', 'wechat']) {
    await payInSandbox(codes.find((start) => start.channel === channel)?.code ?? '')
    await lock.untilWorkerWaits()
  }
  await lock.release()
  for (const channel of ['alipay', 'wechat'])
    await until(`${channel} is known`, async () => {
      const paid = await stack.database.rows('SELECT 1 FROM payments WHERE order_id = $1 AND channel = $2', [
        bareId('order', order.id),
        channel,
      ])
      return paid.length > 0
    })
  const refunded = async () => (await refundsAtWechat(order.orderNo)).length > 0
  // At once, or by the sweep, which looks every half minute for what is half a minute old.
  await until('the refund is with the channel', refunded, 70_000)
  const killedAt = performance.now()
  await stack.worker.kill()
  await stack.worker.start()
  await until('the money is back', async () => {
    const { refunds, status } = await person.api.order(order.id)
    expect(status).toBe('fulfilled')
    return refunds.length === 1 && refunds[0]?.status === 'succeeded'
  })
  console.log(`worker killed with a refund at the channel: recovered in ${Math.round(performance.now() - killedAt)} ms`)
  expect(await refundsAtWechat(order.orderNo)).toHaveLength(1)
  expect((await person.api.balance()).credits).toBe(150)
})

async function refundsAtWechat(orderNo: string): Promise<unknown[]> {
  const address = `${stack.env['SANDBOX_URL'] ?? ''}/payments/wechat/__ctl/merchants/default/trades`
  const { trades } = (await (await fetch(address)).json()) as { trades: { orderNo: string; refunds: unknown[] }[] }
  return trades.find((trade) => trade.orderNo === orderNo)?.refunds ?? []
}
