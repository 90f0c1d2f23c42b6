import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../../e2e/support/database.ts'
import type { Person } from '../../e2e/support/person.ts'
import { cpuSeconds } from './cpu-seconds.ts'
import type { Timing } from './generation-ways.ts'

export interface ThroughputRow {
  generations: number
  seconds: number
  perSecond: number
  failed: number
  /** CPU seconds per 1,000 generations, by process. */
  cpuPer1000: Record<string, number>
  /** Committed by every process together. */
  transactionsEach: number
}

interface Measured {
  processes: Record<string, { pid(): number }>
  database: Database
  way(person: Person): Promise<Timing>
}

export async function measureThroughput(
  { processes, database, way }: Measured,
  people: Person[],
  generations: number,
): Promise<ThroughputRow> {
  const readCpu = () => Object.entries(processes).map(([name, part]) => [name, cpuSeconds(part.pid())] as const)
  const committedBefore = await readCommitted(database)
  const before = new Map(readCpu())
  const startedAt = performance.now()
  let left = generations
  let failed = 0
  await Promise.all(
    people.map(async (person) => {
      while (left > 0) {
        left -= 1
        await way(person).catch(() => {
          failed += 1
        })
      }
    }),
  )
  const seconds = (performance.now() - startedAt) / 1_000
  const cpuPer1000 = Object.fromEntries(
    readCpu().map(([name, used]) => [name, ((used - (before.get(name) ?? 0)) / generations) * 1_000]),
  )
  const transactionsEach = ((await readCommitted(database)) - committedBefore) / generations
  return { generations, seconds, perSecond: generations / seconds, failed, cpuPer1000, transactionsEach }
}

/** A connection tells what it has counted when it has been idle for 10 s (PGSTAT_IDLE_INTERVAL) at the latest. */
const untilCountedMs = 11_000

async function readCommitted(database: Database): Promise<number> {
  await sleep(untilCountedMs)
  const { committed } = await database.one<{ committed: string }>(
    'SELECT xact_commit AS committed FROM pg_stat_database WHERE datname = current_database()',
  )
  return Number(committed)
}
