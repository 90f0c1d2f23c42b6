import type { CouponIssueDto, CouponRowDto } from '@mozhou/contracts/coupons/admin-answers'
import { fillPeopleStatement } from '@mozhou/domain/coupons/testing/fill-people'
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest'
import { bareId } from '../support/ids.ts'
import { signInAdmin } from '../support/person.ts'
import { startStack } from '../support/stack.ts'
import type { Stack } from '../support/stack.ts'
import { until } from '../support/until.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack?.close())
beforeEach(() => onTestFailed(() => console.log(stack.logs())))

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

test('scenario 45: a worker killed in the middle of a bulk issue to 10,000 people, each has exactly one or is told of as having none', async () => {
  await stack.database.rows(fillPeopleStatement(10_000))
  const { token } = await signInAdmin(stack)
  const draft = await mutate<CouponRowDto>('coupons.create', token, {
    name: '周年庆',
    kind: 'universal',
    discount: { kind: 'amount', amountFen: 500 },
    validity: { kind: 'days', days: 30 },
    totalLimit: 20_000,
  })
  const couponId = draft.id
  await mutate('coupons.update', token, { couponId, version: draft.version, status: 'active' })
  const asked = { couponId, audience: { kind: 'all' }, note: '周年庆', requestKey: crypto.randomUUID() }
  const { id, total } = await mutate<CouponIssueDto>('coupons.startIssue', token, asked)
  const issueId = bareId('couponIssue', id)
  const standing = () =>
    stack.database.one<{ issued: number; status: string }>('SELECT issued, status FROM coupon_issues WHERE id = $1', [
      issueId,
    ])
  await until('some have theirs', async () => (await standing()).issued > 0)
  await stack.worker.kill()
  const { issued } = await standing()
  const startedAt = performance.now()
  await stack.worker.start()
  await until('everybody has theirs', async () => (await standing()).status === 'done')
  console.log(
    `worker killed after ${issued} of ${total} coupons: all given ${Math.round(performance.now() - startedAt)} ms later`,
  )
  const counts = await stack.database.one(
    `SELECT count(*)::int AS given, count(DISTINCT user_id)::int AS people,
       (SELECT issued FROM coupons WHERE id = $2) AS counted,
       (SELECT count(*)::int FROM notifications WHERE kind = 'coupon_received') AS told,
       (SELECT count(*)::int FROM coupon_issue_skips WHERE issue_id = $1) AS skipped
     FROM user_coupons WHERE issue_id = $1`,
    [issueId, bareId('coupon', couponId)],
  )
  const { skipped } = counts as { skipped: number }
  const given = total - skipped
  // The demo has nobody whose account is not open, or hardly anybody.
  expect(given).toBeGreaterThanOrEqual(10_000)
  expect(counts).toEqual({ given, people: given, counted: given, told: given, skipped })
  expect(total).toBeGreaterThanOrEqual(10_000)
})
