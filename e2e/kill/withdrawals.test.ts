import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest'
import { giveCash, openWithdrawals } from '../support/give-cash.ts'
import { addPerson } from '../support/person.ts'
import type { Person } from '../support/person.ts'
import { holdCashAccount, holdPerson } from '../support/row-lock.ts'
import { startStack } from '../support/stack.ts'
import type { Stack } from '../support/stack.ts'
import { until } from '../support/until.ts'
import { expectCleanLedger } from '../support/verdict.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ sweepAfterMs: 1_000 })
  await openWithdrawals(stack.database)
})
afterAll(() => stack?.close())
beforeEach(() => onTestFailed(() => console.log(stack.logs())))

interface PlayedTransfer {
  transferNo: string
  amountFen: number
  state: string
}

async function transfersMade(channel: 'alipay' | 'wechat'): Promise<PlayedTransfer[]> {
  const room = `${stack.env['SANDBOX_URL'] ?? ''}/payments/${channel}/__ctl/merchants/default`
  return ((await (await fetch(`${room}/transfers`)).json()) as { transfers: PlayedTransfer[] }).transfers
}

/** Their number says of which withdrawal they are: the first attempt of it, and no other. */
async function paidOf({ id }: Person): Promise<PlayedTransfer[]> {
  const rows = await stack.database.rows<{ no: string }>(
    `SELECT t.transfer_no AS no FROM withdrawal_transfers t JOIN withdrawals w ON w.id = t.withdrawal_id WHERE w.user_id = $1`,
    [id],
  )
  const numbers = rows.map(({ no }) => no)
  return (await transfersMade('alipay')).filter(({ transferNo }) => numbers.includes(transferNo))
}

async function earner(): Promise<Person> {
  const person = await addPerson(stack)
  await giveCash(stack.database, person.id, 7_000)
  await person.api.saveAlipay()
  return person
}

const statusOf = async ({ api }: Person) => (await api.withdrawals()).items[0]?.status

/** One transfer at the channel, the cash gone once, and books that add up. */
async function expectPaidOnce(person: Person, startedAt: number, what: string): Promise<void> {
  await until('the withdrawal is paid', async () => (await statusOf(person)) === 'paid', 90_000)
  console.log(`${what}: recovered in ${Math.round(performance.now() - startedAt)} ms`)
  expect(await paidOf(person)).toMatchObject([{ amountFen: 7_000, state: 'paid' }])
  expect((await person.api.balance()).cashFen).toBe(0)
  await expectCleanLedger(stack)
}

test('one that was asked for while Temporal is away is paid by the sweep', async () => {
  const person = await earner()
  await stack.temporal.kill()
  expect(await person.api.requestWithdrawal(7_000)).toMatchObject({ status: 'requested' })
  const startedAt = performance.now()
  await stack.temporal.start()
  await expectPaidOnce(person, startedAt, 'requested, no run')
})

test('a worker that dies while it approves leaves nothing half done', async () => {
  const person = await earner()
  await stack.worker.kill()
  await person.api.requestWithdrawal(7_000)
  const lock = await holdPerson(stack.database, person.id)
  await stack.worker.start()
  await lock.untilWorkerWaits()
  await stack.worker.kill()
  await lock.endWaiting()
  await lock.release()
  expect(await statusOf(person)).toBe('requested')
  const startedAt = performance.now()
  await stack.worker.start()
  await expectPaidOnce(person, startedAt, 'killed before the approval')
})

test('a worker that dies while the channel keeps it waiting has it asked, and paid once', async () => {
  const person = await earner()
  await stack.sandbox.behave({
    vendor: 'alipay',
    model: 'alipay.fund.trans.uni.transfer',
    fault: 'timeout-after-commit',
  })
  await person.api.requestWithdrawal(7_000)
  await until('the channel has it', async () => (await paidOf(person)).length === 1)
  await stack.worker.kill()
  expect(await statusOf(person)).toBe('submitted')
  const startedAt = performance.now()
  await stack.worker.start()
  await expectPaidOnce(person, startedAt, 'sent, no answer')
})

test('a transfer that the channel made and nobody wrote down is found out', async () => {
  const person = await earner()
  await stack.worker.kill()
  await person.api.requestWithdrawal(7_000)
  const lock = await holdCashAccount(stack.database, person.id)
  await stack.worker.start()
  await lock.untilWorkerWaits()
  await stack.worker.kill()
  await lock.endWaiting()
  await lock.release()
  expect(await statusOf(person)).toBe('submitted')
  const startedAt = performance.now()
  await stack.worker.start()
  await expectPaidOnce(person, startedAt, 'paid, not recorded')
})
