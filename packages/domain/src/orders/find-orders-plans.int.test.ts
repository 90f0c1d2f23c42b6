import { allOrdersInput } from '@mozhou/contracts/orders/admin-inputs'
import type { ExplainedQuery } from '@mozhou/db/testing/explain-queries'
import { explainQueries } from '@mozhou/db/testing/explain-queries'
import type { TestDatabase } from '@mozhou/db/testing/test-database'
import { createTestDatabase } from '@mozhou/db/testing/test-database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeCursor } from '../paging.ts'
import { findOrders } from './find-orders.ts'
import { fillOrders } from './testing/fill-orders.ts'

/** 200,000 orders of 900 people, a minute apart: of a thousand, one waits for finance, one was refunded, one is not paid yet. */
const rows = 200_000

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 1, silenceMs: 120_000 })
  await fillOrders(rows, (statements) =>
    database.prisma.$transaction(
      async (tx) => {
        for (const sql of statements) await tx.$executeRawUnsafe(sql)
      },
      { timeout: 120_000 },
    ),
  )
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
