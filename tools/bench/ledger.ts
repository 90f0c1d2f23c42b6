import { createPrismaClient } from '@mozhou/db/client'
import { createTestDatabase } from '@mozhou/db/testing/test-database'
import { postEntry } from '@mozhou/domain/credits/post-entry'
import { newId } from '@mozhou/domain/new-id'
import { Pool } from 'pg'

export interface LedgerBenchOptions {
  /** Callers at once; the pool has 16 connections whatever their number. */
  callers: readonly number[]
  writes: number
  accounts: number
}

export interface LedgerBenchRow {
  accounts: 'many' | 'one hot'
  callers: number
  /** Entries per second through the domain's postEntry on Prisma. */
  domainPerSecond: number
  /** The same SQL function through plain `pg`. */
  pgPerSecond: number
  ratio: number
  /** Entries beyond what the balances allowed; anything but 0 is a defect. */
  overspends: number
}

const defaultLedgerBench: LedgerBenchOptions = { callers: [1, 16, 64], writes: 4_000, accounts: 1_000 }

const poolSize = 16
type Write = (userId: string) => Promise<unknown>

/** Needs MOZHOU_TEST_POSTGRES_URL. Both sides write to the same database in turns, so that neither has the emptier tables. */
export async function benchLedger(options: LedgerBenchOptions = defaultLedgerBench): Promise<LedgerBenchRow[]> {
  const database = await createTestDatabase({ poolSize: 1 })
  const prisma = createPrismaClient({ url: database.url, poolSize, applicationName: 'mozhou-bench' })
  const pool = new Pool({ connectionString: database.url, max: poolSize })
  // Dropping the database ends connections that are still closing; the results are in by then.
  pool.on('error', () => undefined)
  try {
    const users = await createUsers(pool, options.accounts)
    const ctx = { prisma, clock: { now: () => new Date() }, newId }
    const throughDomain: Write = (userId) =>
      postEntry(ctx, {
        key: newId(),
        kind: 'consume',
        userId,
        unit: 'credits',
        amount: -1,
        reference: { type: 'bench', id: '1' },
      })
    const throughPg: Write = (userId) => pool.query(postSql, [newId(), newId(), userId, new Date().toISOString()])
    const rows: LedgerBenchRow[] = []
    for (const accounts of ['many', 'one hot'] as const) {
      const targets = accounts === 'many' ? users : users.slice(0, 1)
      for (const callers of options.callers) {
        const run = (write: Write) => measure({ write, targets, callers, writes: options.writes })
        await measure({ write: throughPg, targets, callers, writes: Math.ceil(options.writes / 10) })
        // Halves in the order A B B A: a machine that slows down or speeds up meanwhile does so for both.
        const [first, second, third, fourth] = [
          await run(throughDomain),
          await run(throughPg),
          await run(throughPg),
          await run(throughDomain),
        ]
        const domainPerSecond = Math.round((first + fourth) / 2)
        const pgPerSecond = Math.round((second + third) / 2)
        const ratio = Math.round((domainPerSecond / pgPerSecond) * 100) / 100
        rows.push({ accounts, callers, domainPerSecond, pgPerSecond, ratio, overspends: await countOverspends(pool) })
      }
    }
    return rows
  } finally {
    await prisma.$disconnect()
    await pool.end()
    await database.drop()
  }
}

const postSql = `SELECT * FROM post_entry($1::uuid, $2, 'consume', $3::uuid, 'credits', 'consumption', -1, 'bench', '1',
  NULL, NULL, NULL, false, $4::timestamptz)`

/** Writes per second. */
async function measure(run: { write: Write; targets: string[]; callers: number; writes: number }): Promise<number> {
  const perCaller = Math.ceil(run.writes / run.callers)
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: run.callers }, async (_, caller) => {
      for (let index = 0; index < perCaller; index += 1) {
        const userId = run.targets[(caller * perCaller + index) % run.targets.length]
        if (userId !== undefined) await run.write(userId)
      }
    }),
  )
  return (perCaller * run.callers) / ((performance.now() - startedAt) / 1_000)
}

/** With more credits than any run spends. */
async function createUsers(pool: Pool, count: number): Promise<string[]> {
  const users = Array.from({ length: count }, () => newId())
  await pool.query(
    `INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, password_changed_at,
       referral_code, created_at, updated_at)
     SELECT id, id, id, id, id, 'bench', 'none', now(),
       translate(upper(right(replace(id::text, '-', ''), 8)), '01', 'GH'), now(), now()
     FROM unnest($1::uuid[]) AS id`,
    [users],
  )
  await pool.query(
    `SELECT p.id FROM unnest($1::uuid[]) AS u CROSS JOIN LATERAL post_entry(gen_random_uuid(), 'bench:' || u, 'gift_campaign', u,
       'credits', 'promotion', $2::int, 'bench', '1', NULL, NULL, NULL, false, now()) p`,
    [users, 1_000_000_000],
  )
  return users
}

async function countOverspends(pool: Pool): Promise<number> {
  const result = await pool.query('SELECT count(*)::int AS overspends FROM credit_entries WHERE balance_after < 0')
  return result.rows[0].overspends
}

function formatLedgerBench(rows: LedgerBenchRow[]): string {
  const header = ['accounts', 'callers', 'postEntry/s', 'pg/s', 'ratio', 'overspends']
  const lines = rows.map((row) => [
    row.accounts,
    row.callers,
    row.domainPerSecond,
    row.pgPerSecond,
    row.ratio,
    row.overspends,
  ])
  return [header, header.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

if (import.meta.main) console.log(formatLedgerBench(await benchLedger()))
