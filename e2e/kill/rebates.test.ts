import { scheduleIds } from '@mozhou/workflows/ids'
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest'
import { addPerson } from '../support/person.ts'
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

const count = 400

/** Rebates of paid orders of one person, due since yesterday; their money is none of the ledger's. */
async function addDue(refereeId: string, referrerId: string): Promise<void> {
  const { database } = stack
  await database.rows(
    `INSERT INTO referral_relations (referee_id, referrer_id, code, created_at)
     SELECT $1, $2, referral_code, now() - interval '30 days' FROM users WHERE id = $2`,
    [refereeId, referrerId],
  )
  await database.rows(
    `INSERT INTO orders (id, order_no, user_id, kind, status, price_fen, payable_fen, plan_id, plan_key, plan_name, plan_months, plan_benefits, request_key, request_fingerprint, created_at, expires_at, paid_at)
     SELECT ('01940000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'MZKILL' || lpad(n::text, 18, '0'), $1, 'membership', 'fulfilled', 10000, 10000, p.id, p.key, p.name_zh, p.months, p.benefits,
       gen_random_uuid(), 'x', now() - interval '20 days', now(), now() - interval '20 days' FROM generate_series(1, $2::int) n, plans p WHERE p.months = 1`,
    [refereeId, count],
  )
  await database.rows(
    `INSERT INTO rebates (id, order_id, level, beneficiary_id, referee_id, rule_id, form, base_fen, rate_bp, born_amount, amount, status, due_at, created_at)
     SELECT ('01940000-0000-7000-9000-' || right(o.id::text, 12))::uuid, o.id, 1, $2, $1, r.id, 'credits', 10000, 1000, 100, 100, 'held', now() - interval '1 day', now() - interval '20 days'
     FROM orders o, referral_rules r WHERE o.user_id = $1 AND r.version = 1`,
    [refereeId, referrerId],
  )
}

const paidOf = async (referrerId: string) => {
  const { paid } = await stack.database.one<{ paid: number }>(
    `SELECT count(*)::int AS paid FROM rebates WHERE beneficiary_id = $1 AND status = 'paid'`,
    [referrerId],
  )
  return paid
}

test('a worker that dies in the middle of a payout leaves every rebate paid once', async () => {
  const [referrer, referee] = [await addPerson(stack), await addPerson(stack)]
  await addDue(referee.id, referrer.id)
  const schedule = stack.temporalClient.schedule.getHandle(scheduleIds.rebates)
  await schedule.trigger()
  await until('some are paid', async () => (await paidOf(referrer.id)) > 5)
  await stack.worker.kill()
  const killedAt = await paidOf(referrer.id)
  expect(killedAt).toBeLessThan(count)
  await stack.worker.start()
  await until('all are paid', async () => (await paidOf(referrer.id)) === count)
  const { entries, credits, batches } = await stack.database.one<{ entries: number; credits: number; batches: number }>(
    `SELECT count(*)::int AS entries, sum(e.amount)::int AS credits,
       (SELECT count(DISTINCT batch_id)::int FROM rebates WHERE beneficiary_id = $1) AS batches
     FROM credit_entries e JOIN credit_accounts a ON a.id = e.account_id WHERE a.user_id = $1 AND e.kind = 'rebate'`,
    [referrer.id],
  )
  expect({ entries, credits }).toEqual({ entries: count, credits: count * 100 })
  expect(batches).toBeGreaterThanOrEqual(2)
}, 300_000)
