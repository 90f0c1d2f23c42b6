import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest'
import { bareId } from '../support/ids.ts'
import { payOnPhone } from '../support/pay-on-phone.ts'
import { addPerson, personPassword } from '../support/person.ts'
import type { Person } from '../support/person.ts'
import { holdCreation, holdUser, holdSessions } from '../support/row-lock.ts'
import type { RowLock } from '../support/row-lock.ts'
import { startStack } from '../support/stack.ts'
import type { Stack } from '../support/stack.ts'
import { until } from '../support/until.ts'
import { expectCleanLedger } from '../support/verdict.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ sweepAfterMs: 1_000, env: { ACCOUNT_DELETION_REGRET_DAYS: '0' } })
})
afterAll(async () => {
  await expectCleanLedger(stack).finally(() => stack.close())
})
beforeEach(() => onTestFailed(() => console.log(stack.logs())))

/** Somebody with a work and a paid order. */
async function addWriter(): Promise<Person & { creationId: string }> {
  const person = await addPerson(stack)
  const order = await person.api.recharge(1_000)
  await person.api.pay(order.id, 'alipay')
  await payOnPhone(stack.env['SANDBOX_URL'] ?? '', order.orderNo)
  await until('the order is fulfilled', async () => (await person.api.order(order.id)).status === 'fulfilled')
  const { creationId } = await person.api.generate()
  await until('the text is there', async () => (await person.api.creation(creationId)).status === 'succeeded')
  return { ...person, creationId: bareId('creation', creationId) }
}

interface Left {
  person: Record<string, unknown>
  counts: Record<string, number>
  sessions: number
  titles: number
  money: number
}

/** What is left of somebody, without the times. */
async function leftOf(id: string): Promise<Left> {
  const one = <T>(sql: string) => stack.database.one<T & object>(sql, [id])
  const { count: sessions } = await one<{ count: number }>('SELECT count(*)::int FROM sessions WHERE user_id = $1')
  const { count: titles } = await one<{ count: number }>(
    `SELECT count(*)::int FROM creations c LEFT JOIN creation_search s ON s.creation_id = c.id
     WHERE user_id = $1 AND (title <> '' OR s.creation_id IS NOT NULL)`,
  )
  const { count: money } = await one<{ count: number }>(
    `SELECT (SELECT count(*) FROM orders WHERE user_id = $1)::int
      + (SELECT count(*) FROM credit_entries e JOIN credit_accounts a ON a.id = e.account_id WHERE a.user_id = $1)::int AS count`,
  )
  const person = await one<Record<string, unknown>>(
    'SELECT status, username, username_key, email, email_key, display_name FROM users WHERE id = $1',
  )
  const { counts } = await one<{ counts: Record<string, number> }>(
    'SELECT counts FROM account_deletions WHERE user_id = $1',
  )
  return { person, counts, sessions, titles, money }
}

const isDone = async (id: string) => {
  const rows = await stack.database.rows(`SELECT 1 FROM account_deletions WHERE user_id = $1 AND status = 'done'`, [id])
  return rows.length > 0
}

const points: Record<string, (person: Person & { creationId: string }) => Promise<RowLock>> = {
  'in its first step': ({ id }) => holdSessions(stack.database, id),
  'with the works': ({ creationId }) => holdCreation(stack.database, creationId),
  'with the name': ({ id }) => holdUser(stack.database, id),
}

test('a removal that is killed at any step leaves the same rows as one that is not', async () => {
  const smooth = await addWriter()
  await smooth.api.deleteAccount(personPassword)
  await until('the account is deleted', () => isDone(smooth.id))
  const expected = await leftOf(smooth.id)
  expect(expected).toMatchObject({
    person: { status: 'deleted', username: '', email: '', username_key: null, email_key: null, display_name: '' },
    counts: { works: 1, versions: 1, search_rows: 1, sessions: 1 },
    sessions: 0,
    titles: 0,
    // An order; gift, recharge and charge.
    money: 4,
  })
  for (const [point, hold] of Object.entries(points)) {
    const person = await addWriter()
    // Closing the account writes to its row and its sessions: the removal is held once that is done.
    await stack.worker.kill()
    await person.api.deleteAccount(personPassword)
    const lock = await hold(person)
    await stack.worker.start()
    await lock.untilWorkerWaits()
    await stack.worker.kill()
    // What its connection had sent would still run once the row is free.
    await lock.endWaiting()
    await lock.release()
    const killedAt = performance.now()
    await stack.worker.start()
    await until('the account is deleted', () => isDone(person.id))
    console.log(`worker killed ${point} of a removal: recovered in ${Math.round(performance.now() - killedAt)} ms`)
    expect(await leftOf(person.id), point).toEqual(expected)
  }
})
