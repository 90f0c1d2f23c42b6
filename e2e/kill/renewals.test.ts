import type { OrderDto } from '@mozhou/contracts/orders/answers'
import { renewalTextVersion } from '@mozhou/contracts/renewals/consent-text'
import { scheduleIds } from '@mozhou/workflows/ids'
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest'
import { payOnPhone } from '../support/pay-on-phone.ts'
import { addPerson } from '../support/person.ts'
import type { Person } from '../support/person.ts'
import { startStack } from '../support/stack.ts'
import type { Stack } from '../support/stack.ts'
import { until } from '../support/until.ts'
import { expectCleanLedger } from '../support/verdict.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(async () => {
  await expectCleanLedger(stack).finally(() => stack.close())
})
beforeEach(() => onTestFailed(() => console.log(stack.logs())))

const sandboxUrl = () => stack.env['SANDBOX_URL'] ?? ''
async function atAlipay<T>(act: string, body?: object): Promise<T> {
  const response = await fetch(`${sandboxUrl()}/payments/alipay/__ctl/merchants/default/${act}`, {
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  if (!response.ok) throw new Error(`the sandbox refused ${act}: ${response.status} ${await response.text()}`)
  // The sandbox's own answers, in the shape that the caller names.
  return (await response.json()) as T
}

/** A member of a month whose renewal is signed. */
async function addRenewing(): Promise<Person> {
  const person = await addPerson(stack)
  const plan = (await person.api.plans()).find(({ months }) => months === 1)
  if (!plan) throw new Error('no plan of a month')
  const order: OrderDto = await person.api.purchaseMembership(plan.id)
  await person.api.pay(order.id, 'alipay')
  await payOnPhone(sandboxUrl(), order.orderNo)
  await until('the member is one', async () => (await person.api.order(order.id)).status === 'fulfilled')
  await fetch(await person.api.startRenewal(plan, renewalTextVersion), { redirect: 'manual' })
  const { externalNo } = await stack.database.one<{ externalNo: string }>(
    'SELECT external_no AS "externalNo" FROM renewals WHERE user_id = $1',
    [person.id],
  )
  await atAlipay('agreement', { agreement: externalNo })
  await until('the renewal is on', async () => {
    const rows = await stack.database.rows(`SELECT 1 FROM renewals WHERE user_id = $1 AND status = 'active'`, [
      person.id,
    ])
    return rows.length > 0
  })
  return person
}

/** Its month has gone by, and it was announced: the charge is due. The channel's day comes with its clock. */
async function bringForward({ id }: Person): Promise<void> {
  await stack.database.rows(
    `UPDATE membership_periods SET starts_at = now() - interval '28 days', ends_at = now() + interval '2 days' WHERE user_id = $1`,
    [id],
  )
  await stack.database.rows(
    `INSERT INTO renewal_charges (id, renewal_id, period_ends_at, amount_fen, first_try_at, announced_at, reminded_at)
     SELECT gen_random_uuid(), r.id, p.ends_at, r.price_fen, now() - interval '1 minute', now() - interval '6 days', now() - interval '2 days'
     FROM renewals r JOIN membership_periods p ON p.user_id = r.user_id WHERE r.user_id = $1`,
    [id],
  )
  await atAlipay('advance', { ms: 26 * 86_400_000 })
}

const deductions = async () => {
  const { trades } = await atAlipay<{ trades: { way: string; orderNo: string }[] }>('trades')
  return trades.filter(({ way }) => way === 'agreement')
}

test('a worker that dies between the charge and its record leaves one charge and one period', async () => {
  const person = await addRenewing()
  await bringForward(person)
  await stack.sandbox.behave({ fault: 'timeout-after-commit', vendor: 'alipay', model: 'alipay.trade.pay' })
  await stack.sandbox.behave({ fault: 'notice-lost', vendor: 'alipay', model: 'notice' })
  await stack.temporalClient.schedule.getHandle(scheduleIds.renewals).trigger('ALLOW_ALL')
  await until('the channel has taken the money', async () => (await deductions()).length > 0)
  const killedAt = performance.now()
  await stack.worker.kill()
  await stack.worker.start()
  await until('the period is there', async () => {
    const rows = await stack.database.rows('SELECT 1 FROM membership_periods WHERE user_id = $1', [person.id])
    return rows.length === 2
  })
  console.log(
    `worker killed with a renewal at the channel: recovered in ${Math.round(performance.now() - killedAt)} ms`,
  )
  await Promise.all(
    [1, 2].map(() => stack.temporalClient.schedule.getHandle(scheduleIds.renewals).trigger('ALLOW_ALL')),
  )
  expect(await deductions()).toHaveLength(1)
  const payments = await stack.database.rows(
    `SELECT 1 FROM payments p JOIN orders o ON o.id = p.order_id WHERE o.user_id = $1`,
    [person.id],
  )
  expect(payments).toHaveLength(2)
})
