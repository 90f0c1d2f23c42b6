import { allOrdersInput } from '@mozhou/contracts/orders/admin-inputs'
import type { ExplainedQuery } from '@mozhou/db/testing/explain-queries'
import { explainQueries } from '@mozhou/db/testing/explain-queries'
import type { TestDatabase } from '@mozhou/db/testing/test-database'
import { createTestDatabase } from '@mozhou/db/testing/test-database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeCursor } from '../paging.ts'
import { findOrders } from './find-orders.ts'

/** 200,000 orders of 900 people, a minute apart: of a thousand, one waits for finance, one was refunded, one is not paid yet. */
const rows = 200_000
const id = (number: string, block: string) =>
  `('01920000-0000-7000-${block}-' || lpad((${number})::text, 12, '0'))::uuid`
const at = `timestamptz '2026-01-01Z' + n * interval '1 minute'`
const status = `CASE WHEN n % 1000 = 1 THEN 'refunded' WHEN n % 1000 = 2 THEN 'pending' WHEN n % 3 = 0 THEN 'closed' ELSE 'fulfilled' END`
const isPaid = `n % 1000 <> 2 AND (n % 3 <> 0 OR n % 1000 = 1)`
const channel = `CASE WHEN n % 500 = 1 THEN 'wechat' ELSE 'alipay' END`

const fillStatements = [
  `INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, password_changed_at, referral_code, created_at, updated_at)
    SELECT ${id('n', '8000')}, 'person-' || n, 'person-' || n, n, n, n, 'x', now(), translate(lpad(n::text, 8, 'Z'), '01', 'GH'), now(), now() FROM generate_series(0, 900) n`,
  `INSERT INTO orders (id, order_no, user_id, kind, status, price_fen, payable_fen, credits, request_key, request_fingerprint, abnormal_reason, created_at, expires_at, paid_at, closed_at)
    SELECT ${id('n', '9000')}, 'MZ' || lpad(n::text, 24, '0'), ${id('n % 900', '8000')}, 'recharge', ${status}, 1000, 1000, 100, ${id('n', 'a000')}, 'x',
      CASE WHEN n % 1000 = 3 THEN 'paid_twice' END, ${at}, ${at}, CASE WHEN ${isPaid} THEN ${at} END, CASE WHEN n % 1000 NOT IN (1, 2) AND n % 3 = 0 THEN ${at} END
    FROM generate_series(1, ${rows}) n`,
  `INSERT INTO payments (id, order_id, channel, transaction_id, status, source, amount_fen, paid_at, created_at)
    SELECT ${id('n', 'b000')}, ${id('n', '9000')}, ${channel}, 't' || n, 'accepted', 'notice', 1000, ${at}, ${at} FROM generate_series(1, ${rows}) n WHERE ${isPaid}`,
  `INSERT INTO payment_starts (order_id, channel, way, qr_text, is_sandbox, created_at)
    SELECT ${id('n', '9000')}, ${channel}, 'qr', 'q', false, ${at} FROM generate_series(1, ${rows}) n`,
]

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 1, silenceMs: 120_000 })
  await database.prisma.$transaction(
    async (tx) => {
      // Without it the foreign keys of half a million rows are looked up one by one.
      await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica')
      await tx.$executeRawUnsafe('SET LOCAL statement_timeout = 0')
      for (const sql of fillStatements) await tx.$executeRawUnsafe(sql)
    },
    { timeout: 120_000 },
  )
  for (const table of ['users', 'orders', 'payments', 'payment_starts'])
    await database.prisma.$executeRawUnsafe(`ANALYZE ${table}`)
}, 180_000)
afterAll(() => database.drop())

const middle = encodeCursor({ createdAt: new Date('2026-03-01T00:00:00Z'), id: '01920000-0000-7000-8000-000000000000' })

const bigTables = ['orders', 'payments', 'payment_starts']

function worst(queries: readonly ExplainedQuery[]) {
  const nodes = queries.flatMap((query) => query.nodes)
  const scans = nodes.filter(({ type, relation }) => type === 'Seq Scan' && bigTables.includes(relation ?? ''))
  return { scans: scans.map(({ relation }) => relation), rowsRead: Math.max(...nodes.map(({ rowsRead }) => rowsRead)) }
}

describe('everybody’s orders, at 200,000 of them', () => {
  it.each([
    {},
    { cursor: middle },
    { limit: 100 },
    { abnormal: 'any' },
    { abnormal: 'paid_twice', cursor: middle },
    { status: 'closed' },
    { status: 'refunded' },
    { status: 'pending' },
    { kind: 'recharge', channel: 'alipay' },
    { channel: 'wechat' },
    { from: '2026-02-01', to: '2026-02-02' },
    { search: `MZ${'42'.padStart(24, '0')}` },
    { search: 't42' },
    { search: 'person-42' },
  ])('are found without reading them all: %j', async (input) => {
    const filters = allOrdersInput.parse({ limit: 20, ...input })
    const queries = await explainQueries(database.url, (prisma) => findOrders({ prisma }, filters))
    const { scans, rowsRead } = worst(queries)
    expect({ scans, isLittle: rowsRead <= 12_000, rowsRead }).toEqual({ scans: [], isLittle: true, rowsRead })
  })
})
