import { listCreationsInput, listTrashInput } from '@mozhou/contracts/creations/inputs'
import { listTransactionsInput } from '@mozhou/contracts/credits/inputs'
import { listUsageInput } from '@mozhou/contracts/models/inputs'
import { usageRowsInput } from '@mozhou/contracts/models/usage-inputs'
import { formatId } from '@mozhou/contracts/ids'
import type { ExplainedQuery } from '@mozhou/db/testing/explain-queries'
import { explainQueries } from '@mozhou/db/testing/explain-queries'
import type { TestDatabase } from '@mozhou/db/testing/test-database'
import { createTestDatabase } from '@mozhou/db/testing/test-database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fulfilments } from './fulfilments.ts'
import type { GenerationsContext } from './generations/fulfilment.ts'
import { listCreations } from './creations/list-creations.ts'
import { listTrash } from './creations/list-trash.ts'
import { listRefunds } from './credits/list-refunds.ts'
import { listTransactions } from './credits/list-transactions.ts'
import { countUsage } from './models/count-usage.ts'
import { listUsage } from './models/list-usage.ts'
import { encodeCursor } from './paging.ts'

/** 200,000 rows in each of the three tables, 20,000 of them of one busy user, the others of 900. */
const rows = 200_000
const busy = '01920000-0000-7000-8000-000000000000'
const model = '01920000-0000-7000-9000-000000000003'
const middle = encodeCursor({ createdAt: new Date('2026-03-01T00:00:00Z'), id: '01920000-0000-7000-8000-000000000000' })
/** The same places in the creations list, whose cursors name their order. */
const placeOf = (sort: string, key: number) =>
  Buffer.from(`${sort}.${key}.01920000-0000-7000-8000-000000000000`).toString('base64url')
const newestMiddle = placeOf('newest', Date.parse('2026-03-01T00:00:00Z'))
const byWords = placeOf('longest', 1_500)

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 1, silenceMs: 120_000 })
  await database.prisma.$transaction(
    async (tx) => {
      // Without it the foreign keys of 400,000 rows are looked up one by one.
      await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica')
      // Filling may take longer than any statement of the product on a busy machine.
      await tx.$executeRawUnsafe('SET LOCAL statement_timeout = 0')
      for (const sql of fillStatements) await tx.$executeRawUnsafe(sql)
    },
    { timeout: 120_000 },
  )
  for (const table of ['creations', 'credit_entries', 'credit_accounts', 'model_usages'])
    await database.prisma.$executeRawUnsafe(`ANALYZE ${table}`)
}, 180_000)
afterAll(() => database.drop())

/** `01920000-0000-7000-8000-` and twelve digits. */
const id = (number: string, block = '8000') =>
  `('01920000-0000-7000-${block}-' || lpad((${number})::text, 12, '0'))::uuid`
const ownerOf = (n: string) => `CASE WHEN ${n} % 10 = 0 THEN 0 ELSE 1 + ${n} % 900 END`
const instantOf = (n: string) => `timestamptz '2026-01-01Z' + ${n} * interval '1 minute'`

const fillStatements = [
  `INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, password_changed_at, referral_code, created_at, updated_at)
    SELECT ${id('n')}, n, n, n, n, n, 'x', now(), translate(lpad(n::text, 8, 'Z'), '01', 'GH'), now(), now() FROM generate_series(0, 900) n`,
  `INSERT INTO credit_accounts (id, user_id, unit, balance, entry_count, head_hash, created_at)
    SELECT ${id('n', '9000')}, ${id('n')}, 'credits', 1, 1, sha256('x'), now() FROM generate_series(0, 900) n`,
  `INSERT INTO creations (id, user_id, kind, tool_key, title, status, is_incomplete, word_count, deleted_at, created_at, updated_at)
    SELECT ${id('n')}, ${id(ownerOf('n'))}, 'writing', CASE WHEN n % 100 = 0 THEN 'wechat-article' ELSE 'story' END, '题', CASE WHEN n % 70 = 0 THEN 'draft' WHEN n % 30 = 0 THEN 'failed' ELSE 'succeeded' END,
      n % 200 = 0, n % 3000, CASE WHEN n > ${rows} - 30000 THEN now() END, ${instantOf('n')}, now() - n * interval '1 second'
    FROM generate_series(1, ${rows}) n`,
  `INSERT INTO credit_entries (id, idempotency_key, kind, account_id, counter_account_id, amount, balance_after, sequence, reference_type, reference_id, previous_hash, hash, created_at)
    SELECT ${id('n')}, 'k' || n, CASE WHEN n % 50 = 0 THEN 'refund' ELSE 'consume' END, ${id(ownerOf('n'), '9000')}, '00000000-0000-7000-8000-000000000003', CASE WHEN n % 50 = 0 THEN 10 ELSE -10 END, 1, n + 1, 'generation', ${id('n')}::text, sha256('x'), sha256('y'), ${instantOf('n')}
    FROM generate_series(1, ${rows}) n`,
  `INSERT INTO model_usages (id, generation_id, creation_id, user_id, model_id, alias, vendor, upstream_model, is_sandbox, epoch, attempt, outcome, input_tokens, output_tokens, cached_input_tokens, reasoning_tokens, is_estimated, latency_ms, cost_micro_yuan, created_at)
    SELECT ${id('n')}, ${id('n')}, ${id('n')}, ${id(ownerOf('n'))}, ${id('n % 12', '9000')}, 'm', 'qwen', 'm', true, 1, 1, 'succeeded', 1, 1, 0, 0, false, 1, 1, ${instantOf('n')}
    FROM generate_series(1, ${rows}) n`,
]

const bigTables = ['creations', 'credit_entries', 'model_usages']

/** Every way in which a query reads more than the page it shows. */
function excesses(queries: readonly ExplainedQuery[]): string[] {
  return queries.flatMap(({ nodes }) =>
    nodes.flatMap((node) => [
      ...(node.type === 'Seq Scan' && bigTables.includes(node.relation ?? '') ? [`scans ${node.relation}`] : []),
      ...(node.type.endsWith('Sort') ? [node.type] : []),
      ...(node.rowsRead > 1_000 ? [`${node.type} reads ${node.rowsRead} rows`] : []),
    ]),
  )
}

async function explain(work: (ctx: GenerationsContext) => Promise<unknown>): Promise<ExplainedQuery[]> {
  const queries = await explainQueries(database.url, (prisma) =>
    work({ prisma, fulfilments, clock: { now: () => new Date() } } as unknown as GenerationsContext),
  )
  expect(queries.length).toBeGreaterThan(0)
  return queries
}

const creations = (input: object) =>
  explain((ctx) => listCreations(ctx, { ...listCreationsInput.parse(input), userId: busy }))
const trash = (input: object) => explain((ctx) => listTrash(ctx, { ...listTrashInput.parse(input), userId: busy }))
const transactions = (input: object) =>
  explain((ctx) => listTransactions(ctx, { ...listTransactionsInput.parse(input), userId: busy }))
const usage = (input: object) => explain((ctx) => listUsage(ctx, listUsageInput.parse(input)))

describe('at 200,000 rows', () => {
  it.each([
    {},
    { cursor: newestMiddle },
    { limit: 100 },
    { status: 'failed' },
    { tool: 'wechat-article', cursor: newestMiddle },
    { isIncomplete: true },
    { from: '2026-02-01T00:00:00Z', to: '2026-03-01T00:00:00Z' },
    { sort: 'oldest' },
    { sort: 'updated' },
    { sort: 'longest' },
    { sort: 'longest', cursor: byWords },
  ])('the creations list reads only its page: %j', async (input) => {
    expect(excesses(await creations(input))).toEqual([])
  })

  it.each([{}, { cursor: encodeCursor({ createdAt: new Date(), id: busy }) }])(
    'the trash reads only its page: %j',
    async (input) => {
      expect(excesses(await trash(input))).toEqual([])
    },
  )

  it.each([
    {},
    { cursor: middle },
    { limit: 100 },
    { kind: 'refund' },
    { direction: 'in', cursor: middle },
    { from: '2026-02-01T00:00:00Z', to: '2026-02-02T00:00:00Z' },
  ])('the ledger list reads only its page: %j', async (input) => {
    expect(excesses(await transactions(input))).toEqual([])
  })

  it.each([
    {},
    { cursor: middle },
    { modelId: formatId('model', model) },
    { modelId: formatId('model', model), cursor: middle },
  ])('the usage list reads only its page: %j', async (input) => {
    expect(excesses(await usage(input))).toEqual([])
  })

  // One row a minute: 1,440 a day, of which the busy user has a tenth and each model a twelfth.
  it.each([
    [{}, 7 * 1_440],
    [{ userId: busy }, 7 * 144],
    [{ modelId: model }, 7 * 120],
  ])('a week of statistics reads only that week: %j', async (filter, rowsThere) => {
    const question = { from: '2026-03-02', to: '2026-03-08', by: 'day', limit: 500, ...filter } as const
    const queries = await explain((ctx) => countUsage(ctx, question))
    const scans = queries.flatMap(({ nodes }) => nodes.filter(({ relation }) => relation === 'model_usages'))
    expect(scans.length).toBeGreaterThan(0)
    for (const scan of scans) {
      expect(scan.type).not.toBe('Seq Scan')
      expect(scan.rowsRead).toBeLessThanOrEqual(rowsThere + 1)
    }
  })

  it.each([{ userId: formatId('user', busy) }, { from: '2026-03-02', to: '2026-03-08', vendor: 'qwen' }])(
    'the rows behind a figure are read page by page: %j',
    async (input) => {
      const filter = usageRowsInput.parse({ from: '2026-01-01', to: '2026-06-30', ...input })
      expect(excesses(await explain((ctx) => listUsage(ctx, filter)))).toEqual([])
    },
  )

  it.each([{ limit: 20 }, { limit: 20, cursor: middle }])('the refund log reads only its page: %j', async (input) => {
    const queries = await explain((ctx) => listRefunds(ctx, input))
    const scans = queries.flatMap(({ nodes }) => nodes.filter(({ relation }) => relation === 'credit_entries'))
    expect(scans.length).toBeGreaterThan(0)
    for (const scan of scans) expect([scan.type, scan.rowsRead <= 21]).toEqual(['Index Scan', true])
  })

  it('would tell if an index were missing', async () => {
    for (const index of [
      'creations_user_id_created_at_id_idx',
      'credit_entries_account_id_created_at_id_idx',
      'model_usages_created_at_id_idx',
    ]) {
      await database.prisma.$executeRawUnsafe(`DROP INDEX ${index}`)
    }
    for (const queries of [await creations({}), await transactions({}), await usage({})])
      expect(excesses(queries)).not.toEqual([])
  })
})
