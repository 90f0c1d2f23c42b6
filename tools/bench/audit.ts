import { createPrismaClient } from '@mozhou/db/client'
import { createTestDatabase } from '@mozhou/db/testing/test-database'
import { listAudits } from '@mozhou/domain/credits/list-audits'
import { newId } from '@mozhou/domain/new-id'
import { runAudit } from '@mozhou/domain/credits/run-audit'
import { Pool } from 'pg'
import { entriesPerAccount, fillLedger } from './fill-ledger.ts'

export interface AuditBenchRow {
  entries: number
  generations: number
  /** `SELECT sum(amount)` over the same table, warm, without parallel workers: the least that reads every entry. */
  sumSeconds: number
  auditSeconds: number
  ratio: number
  batches: number
  /** The longest time between two stored batches: what one statement takes at most. */
  longestBatchMs: number
  /** What admin's page asks: the last result and the progress. */
  pageMs: number
  failedChecks: number
}

/** `MOZHOU_BENCH_LEDGER_ENTRIES=50000` tries it out. */
const sizes = (process.env['MOZHOU_BENCH_LEDGER_ENTRIES'] ?? '500000,5000000').split(',').map(Number)

/** Needs MOZHOU_TEST_POSTGRES_URL. Each size in a database of its own. */
export async function benchAudit(): Promise<AuditBenchRow[]> {
  const rows: AuditBenchRow[] = []
  for (const entries of sizes) rows.push(await measure(entries))
  return rows
}

async function measure(entries: number): Promise<AuditBenchRow> {
  const database = await createTestDatabase({ poolSize: 1 })
  const prisma = createPrismaClient({
    url: database.url,
    poolSize: 2,
    applicationName: 'mozhou-bench',
    silenceMs: 3_600_000,
  })
  const pool = new Pool({ connectionString: database.url, max: 1 })
  // Dropping the database ends connections that are still closing; the results are in by then.
  pool.on('error', () => undefined)
  try {
    await fillLedger(pool, Math.round(entries / entriesPerAccount))
    await sum(pool)
    const sumSeconds = (await sum(pool)) / 1_000
    const batchTimes: number[] = []
    let last = performance.now()
    // The audit asks for the time whenever it stores a batch.
    const now = () => {
      batchTimes.push(performance.now() - last)
      last = performance.now()
      return new Date()
    }
    const startedAt = performance.now()
    const checks = await runAudit({ prisma, clock: { now } }, { auditId: newId() })
    const auditSeconds = (performance.now() - startedAt) / 1_000
    const askedAt = performance.now()
    await listAudits({ prisma, clock: { now: () => new Date() } })
    return {
      entries: checks.find(({ check }) => check === 'chain_intact')?.checked ?? 0,
      generations: checks.find(({ check }) => check === 'succeeded_generations_charged_once')?.checked ?? 0,
      sumSeconds,
      auditSeconds,
      ratio: auditSeconds / sumSeconds,
      batches: batchTimes.length - 1,
      longestBatchMs: Math.max(...batchTimes.slice(1)),
      pageMs: performance.now() - askedAt,
      failedChecks: checks.filter(({ isPassed }) => !isPassed).length,
    }
  } finally {
    await prisma.$disconnect()
    await pool.end()
    await database.drop()
  }
}

async function sum(pool: Pool): Promise<number> {
  await pool.query('SET max_parallel_workers_per_gather = 0')
  const startedAt = performance.now()
  await pool.query('SELECT sum(amount) FROM credit_entries')
  return performance.now() - startedAt
}
