import type { ExplainedQuery } from '@mozhou/db/testing/explain-queries'
import { explainQueries } from '@mozhou/db/testing/explain-queries'
import type { TestDatabase } from '@mozhou/db/testing/test-database'
import { createTestDatabase } from '@mozhou/db/testing/test-database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillOrders } from '../orders/testing/fill-orders.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { compareGenerations, compareReceived, compareRegistrations } from './compare-figures.ts'
import { findFailingModels } from './find-failing-models.ts'
import { findAbnormalOrders, findRefundsWaiting, findSupportWaiting } from './find-waiting.ts'
import { readQueueAges } from './read-queue-ages.ts'

/** 100,000 of each, a minute apart: of a thousand generations one failed, one waits; of a thousand notices and mails one is left. */
const rows = 100_000
const now = new Date('2026-03-01T02:30:00Z')

const uuid = (number: string, block: string) =>
  `('01920000-0000-7000-${block}-' || lpad((${number})::text, 12, '0'))::uuid`
const at = `timestamptz '2026-01-01Z' + n * interval '1 minute'`
const series = `generate_series(1, ${rows}) n`

const statements = [
  `INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, password_changed_at, referral_code, created_at, updated_at)
    SELECT ${uuid('n', 'c000')}, 'q' || n, 'q' || n, 'q' || n, 'q' || n, n, 'x', now(), translate(lpad(n::text, 8, 'Y'), '01', 'GH'), ${at}, now() FROM ${series}`,
  `INSERT INTO generations (id, creation_id, user_id, ordinal, kind, status, request_key, input, covered_by, price_credits, created_at, started_at, finished_at, failure_code)
    SELECT ${uuid('n', 'd000')}, ${uuid('n', 'e000')}, ${uuid('n', 'c000')}, 1, 'generate',
      CASE WHEN n % 1000 = 1 THEN 'failed' WHEN n % 1000 = 2 THEN 'accepted' ELSE 'succeeded' END, ${uuid('n', 'f000')}, '{}', 'credits', 10, ${at},
      CASE WHEN n % 1000 <> 2 THEN ${at} END, CASE WHEN n % 1000 <> 2 THEN ${at} END, CASE WHEN n % 1000 = 1 THEN 'INTERNAL' END FROM ${series}`,
  `INSERT INTO model_usages (id, purpose, model_id, alias, vendor, upstream_model, is_sandbox, epoch, attempt, outcome, input_tokens, output_tokens, cached_input_tokens,
      reasoning_tokens, is_estimated, latency_ms, cost_micro_yuan, created_at)
    SELECT ${uuid('n', 'a000')}, 'model_test', ${uuid('n % 10', 'b000')}, 'a', 'zhipu', 'x', true, n, 1, 'succeeded', 1, 1, 0, 0, false, 1, 1, ${at} FROM ${series}`,
  `INSERT INTO payment_notices (id, channel, body_hash, body, headers, verdict, received_at)
    SELECT ${uuid('n', 'a000')}, 'alipay', sha256(n::text::bytea), 'x', '{}', CASE WHEN n % 1000 = 1 THEN 'received' ELSE 'repeated' END, ${at} FROM ${series}`,
  `INSERT INTO notifications (id, user_id, kind, params, dedupe_key, is_shown, created_at, mail_status, mailed_at)
    SELECT ${uuid('n', 'a000')}, ${uuid('n', 'c000')}, 'order_paid', '{}', n, true, ${at}, CASE WHEN n % 1000 = 1 THEN 'queued' ELSE 'sent' END,
      CASE WHEN n % 1000 <> 1 THEN ${at} END FROM ${series}`,
  `INSERT INTO money_refunds (id, refund_no, order_id, payment_id, kind, status, amount_fen, reason, created_at, reserved_at, submitted_at, ended_at)
    SELECT ${uuid('n', 'a000')}, 'r' || n, ${uuid('n', '9000')}, ${uuid('n', 'b000')}, 'surplus', CASE WHEN n % 1000 = 1 THEN 'submitted' ELSE 'succeeded' END,
      1, 'paid_twice', ${at}, ${at}, ${at}, CASE WHEN n % 1000 <> 1 THEN ${at} END FROM ${series}`,
]
const bigTables = [
  'users',
  'generations',
  'model_usages',
  'payment_notices',
  'notifications',
  'money_refunds',
  'payments',
  'orders',
]

let database: TestDatabase
let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
  database = await createTestDatabase({ poolSize: 1, silenceMs: 120_000 })
  const run = (sqls: readonly string[]) =>
    database.prisma.$transaction(
      async (tx) => {
        for (const sql of sqls) await tx.$executeRawUnsafe(sql)
      },
      { timeout: 120_000 },
    )
  await fillOrders(rows, run)
  await run(['SET LOCAL session_replication_role = replica', 'SET LOCAL statement_timeout = 0', ...statements])
  // Outside: with it the map of what all may see, without which an index alone does not answer.
  for (const table of bigTables) await database.prisma.$executeRawUnsafe(`VACUUM ANALYZE ${table}`)
}, 300_000)
afterAll(async () => {
  await database.drop()
  await domain.close()
})

function worst(queries: readonly ExplainedQuery[]) {
  const nodes = queries.flatMap((query) => query.nodes)
  const scans = nodes.filter(({ type, relation }) => type === 'Seq Scan' && bigTables.includes(relation ?? ''))
  return { scans: scans.map(({ relation }) => relation), rowsRead: Math.max(...nodes.map(({ rowsRead }) => rowsRead)) }
}

describe('the figures of the overview, at 100,000 rows of each kind', () => {
  it.each([
    ['registrations', compareRegistrations],
    ['received', compareReceived],
    ['generations', compareGenerations],
    ['abnormal orders', findAbnormalOrders],
    ['refunds', findRefundsWaiting],
    ['support', findSupportWaiting],
    ['models', findFailingModels],
    ['queues', readQueueAges],
  ] as const)('%s are found without reading them all', async (_name, figure) => {
    const ctx = { ...domain.ctx, clock: { now: () => now } }
    const { scans, rowsRead } = worst(await explainQueries(database.url, (prisma) => figure({ ...ctx, prisma })))
    expect({ scans, isLittle: rowsRead <= 3_000, rowsRead }).toEqual({ scans: [], isLittle: true, rowsRead })
  })
})
