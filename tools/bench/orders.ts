import { setTimeout as sleep } from 'node:timers/promises'
import { fillOrders } from '@mozhou/domain/orders/testing/fill-orders'
import { bareId } from '../../e2e/support/ids.ts'
import { payOnPhone } from '../../e2e/support/pay-on-phone.ts'
import { addPerson, signInAdmin } from '../../e2e/support/person.ts'
import type { Person } from '../../e2e/support/person.ts'
import { startStack } from '../../e2e/support/stack.ts'
import type { Stack } from '../../e2e/support/stack.ts'
import { asSuperuser } from '../../e2e/support/superuser.ts'
import { until } from '../../e2e/support/until.ts'
import { cpuSeconds } from './cpu-seconds.ts'
import { catchNotices } from './notice-catcher.ts'
import type { CaughtNotice } from './notice-catcher.ts'
import { percentile } from './percentile.ts'

interface OrdersBench {
  notices: NoticesRow
  /** One order's notice, sent so often at once. */
  hammered: { times: number; ms: number; entries: number; payments: number }
  /** Milliseconds from the press on 充值 to the code that is shown, one caller: two calls, one of them asks the channel. */
  checkout: { p50: number; p95: number }
  lists: { question: string; p50: number; p95: number }[]
}

interface NoticesRow {
  orders: number
  callers: number
  perSecond: number
  credited: number
  /** Seconds from the last answer until every order's workflow has ended. */
  behindSeconds: number
  /** CPU milliseconds a notice until all are answered, and until every workflow has ended, by process; `sender` is this one. */
  cpuMs: { process: string; answered: number; ended: number }[]
}

/** `MOZHOU_BENCH_ORDERS=60,20000` tries it out: notices, then rows of the lists; 0 rows leave the lists out. */
const [noticeCount = 600, listedRows = 1_000_000] = (process.env['MOZHOU_BENCH_ORDERS'] ?? '600,1000000')
  .split(',')
  .map(Number)
const callers = 32
const hammerBlows = 100
/** Notices that pay for compiling. */
const warmUps = 100
/** An order's workflow asks when it is a minute old and when it is five: in between nobody does, and only notices are measured. */
const untilCalmMs = 65_000

/** The way of money over HTTP, with the signatures and tables that it has in production. */
export async function benchOrders(): Promise<OrdersBench> {
  const catcher = await catchNotices()
  const stack = await startStack({ env: { PUBLIC_API_URL: catcher.url } })
  try {
    const checkoutMs = await makeOrders(stack, warmUps + noticeCount + 1)
    const [first, ...others] = await until(
      'every payment is told',
      () => catcher.caught.length > warmUps + noticeCount && catcher.caught,
    )
    await sleep(untilCalmMs)
    await tellAll(stack, others.splice(0, warmUps))
    await untilWorkflowsAre(stack, others.length + 1)
    const notices = await measureNotices(stack, others)
    const hammered = await hammer(stack, first)
    return {
      notices,
      hammered,
      checkout: { p50: percentile(checkoutMs, 0.5), p95: percentile(checkoutMs, 0.95) },
      lists: listedRows === 0 ? [] : await measureLists(stack),
    }
  } finally {
    await stack.close()
    await catcher.close()
  }
}

/** Orders of as many people, each paid; their notices lie at the catcher's. */
async function makeOrders(stack: Stack, count: number): Promise<number[]> {
  const buyer = await addPerson(stack)
  const timings: number[] = []
  for (let n = 0; n < count; n += 1) {
    const startedAt = performance.now()
    const order = await buyer.api.recharge(1_000)
    await buyer.api.pay(order.id, 'alipay')
    timings.push(performance.now() - startedAt)
    await giveAway(stack, bareId('order', order.id), n)
    await payOnPhone(stack.env['SANDBOX_URL'] ?? '', order.orderNo)
  }
  // The first ones pay for compiling.
  return timings.slice(Math.min(20, count - 1))
}

/**
 * To somebody of their own: one person may have few open orders, and the locks of one account would be measured. Without what was begun, so
 * that its workflow does not find out by asking before the notice is told.
 */
async function giveAway(stack: Stack, orderId: string, n: number): Promise<void> {
  const [user] = await stack.database.rows<{ id: string }>(
    `INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, password_changed_at, referral_code, created_at, updated_at)
     VALUES (gen_random_uuid(), $1, $1, $1, $1, $1, 'x', now(), translate(lpad($2::text, 8, 'Y'), '01', 'GH'), now(), now()) RETURNING id`,
    [`bench-${n}`, n],
  )
  await stack.database.rows('UPDATE orders SET user_id = $1 WHERE id = $2', [user?.id, orderId])
  await stack.database.rows('DELETE FROM payment_starts WHERE order_id = $1', [orderId])
}

async function measureNotices(stack: Stack, notices: readonly CaughtNotice[]): Promise<NoticesRow> {
  const before = readCpu(stack)
  const startedAt = performance.now()
  await tellAll(stack, notices)
  const seconds = (performance.now() - startedAt) / 1_000
  const answered = readCpu(stack)
  await untilWorkflowsAre(stack, 1)
  const behindSeconds = (performance.now() - startedAt) / 1_000 - seconds
  const ended = readCpu(stack)
  const each = (now: Map<string, number>, process: string) =>
    (((now.get(process) ?? 0) - (before.get(process) ?? 0)) / notices.length) * 1_000
  const cpuMs = [...before.keys()].map((process) => ({
    process,
    answered: each(answered, process),
    ended: each(ended, process),
  }))
  const { credited } = await stack.database.one<{ credited: number }>(
    `SELECT count(*)::int AS credited FROM credit_entries JOIN orders ON reference_id = orders.id::text
     WHERE reference_type = 'order' AND order_no = ANY ($1)`,
    [notices.map(orderNoOf)],
  )
  return { orders: notices.length, callers, perSecond: notices.length / seconds, credited, behindSeconds, cpuMs }
}

async function tellAll(stack: Stack, notices: readonly CaughtNotice[]): Promise<void> {
  const left = [...notices]
  const caller = async () => {
    for (let notice = left.pop(); notice !== undefined; notice = left.pop()) await tell(stack, notice)
  }
  await Promise.all(Array.from({ length: callers }, caller))
}

const orderNoOf = ({ body }: CaughtNotice) => new URLSearchParams(body.toString()).get('out_trade_no')

/** CPU seconds so far, by process. */
function readCpu({ api, worker, temporal, postgres, redis }: Stack): Map<string, number> {
  const parts = Object.entries({ api, worker, temporal, postgres, redis })
  const { user, system } = process.cpuUsage()
  return new Map([
    ...parts.map(([name, part]) => [name, cpuSeconds(part.pid())] as const),
    ['sender', (user + system) / 1_000_000],
  ])
}

/** The order that is kept to be hammered is among them. */
async function untilWorkflowsAre(stack: Stack, most: number): Promise<void> {
  const running = `WorkflowType = 'orderLifecycle' AND ExecutionStatus = 'Running'`
  const have = async () => (await stack.temporalClient.workflow.count(running)).count
  await until(`${most} workflows are left`, async () => (await have()) <= most, 120_000)
}

async function hammer(stack: Stack, notice: CaughtNotice | undefined): Promise<OrdersBench['hammered']> {
  if (notice === undefined) throw new Error('no notice was caught')
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: hammerBlows }, () => tell(stack, notice)))
  const ms = performance.now() - startedAt
  const effects = await stack.database.one<{ entries: number; payments: number }>(
    `SELECT (SELECT count(*)::int FROM credit_entries WHERE reference_type = 'order' AND reference_id = o.id::text) AS entries,
            (SELECT count(*)::int FROM payments WHERE order_id = o.id) AS payments
     FROM orders o WHERE order_no = $1`,
    [orderNoOf(notice)],
  )
  return { times: hammerBlows, ms, ...effects }
}

async function tell(stack: Stack, { path, headers, body }: CaughtNotice): Promise<void> {
  const response = await fetch(`${apiUrl(stack)}${path}`, { method: 'POST', headers, body })
  const answer = await response.text()
  if (answer !== 'success') throw new Error(`a notice was answered ${response.status} ${answer.slice(0, 200)}`)
}

async function measureLists(stack: Stack): Promise<OrdersBench['lists']> {
  await fillOrders(listedRows, (statements) => asSuperuser(stack, ['BEGIN', ...statements, 'COMMIT'].join(';\n')))
  const finance = { id: '', api: await signInAdmin(stack) }
  const somebody = await addPerson(stack)
  await stack.database.rows(
    `UPDATE orders SET user_id = $1 WHERE user_id = (SELECT id FROM users WHERE username = 'person-42')`,
    [somebody.id],
  )
  const questions = [
    ['all orders, newest', finance, 'orders.all', { limit: 20 }],
    ['all orders, by channel', finance, 'orders.all', { limit: 20, channel: 'wechat' }],
    ['all orders, those that need a person', finance, 'orders.all', { limit: 20, abnormal: 'any' }],
    ['all orders, by number', finance, 'orders.all', { limit: 20, search: `MZ${'42'.padStart(24, '0')}` }],
    ['my orders', somebody, 'orders.recharges', { limit: 20 }],
  ] as const satisfies [string, Person, string, object][]
  const rows: OrdersBench['lists'] = []
  for (const [question, person, path, input] of questions)
    rows.push({ question, ...(await time(stack, person, path, input)) })
  return rows
}

async function time(stack: Stack, { api }: Person, path: string, input: object): Promise<{ p50: number; p95: number }> {
  const url = `${apiUrl(stack)}/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`
  const timings: number[] = []
  for (let call = 0; call < 120; call += 1) {
    const startedAt = performance.now()
    const response = await fetch(url, { headers: { authorization: `Bearer ${api.token}` } })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`)
    if (call >= 20) timings.push(performance.now() - startedAt)
  }
  return { p50: percentile(timings, 0.5), p95: percentile(timings, 0.95) }
}

const apiUrl = (stack: Stack) => `http://127.0.0.1:${stack.env['API_PORT'] ?? ''}`
