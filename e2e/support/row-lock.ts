import { Client } from 'pg'
import type { Database } from './database.ts'
import { until } from './until.ts'

/** A row held by the test, so that a statement of the product waits at a known point. */
export interface RowLock {
  /** Resolves with the server processes of the worker, or of whoever else was named, that wait for this row, once there is one. */
  untilWorkerWaits(): Promise<number[]>
  /** Ends the statements that wait, as if they had never been sent, and resolves when they are gone. */
  endWaiting(): Promise<void>
  /** Lets those who wait go on. */
  release(): Promise<void>
}

export function holdCreditAccount(database: Database, userId: string): Promise<RowLock> {
  return hold(database, `SELECT 1 FROM credit_accounts WHERE user_id = $1 AND unit = 'credits' FOR UPDATE`, [userId])
}

export function holdCashAccount(database: Database, userId: string): Promise<RowLock> {
  return hold(database, `SELECT 1 FROM credit_accounts WHERE user_id = $1 AND unit = 'cash' FOR UPDATE`, [userId])
}

/** Whatever decides about a person's cash waits. */
export function holdPerson(database: Database, userId: string): Promise<RowLock> {
  return hold(database, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [userId])
}

export function holdCreation(database: Database, creationId: string): Promise<RowLock> {
  return hold(database, 'SELECT 1 FROM creations WHERE id = $1 FOR UPDATE', [creationId])
}

/** The row that is left of somebody whose account is deleted. */
export function holdUser(database: Database, userId: string): Promise<RowLock> {
  return hold(database, 'SELECT 1 FROM users WHERE id = $1 FOR UPDATE', [userId])
}

export function holdSessions(database: Database, userId: string): Promise<RowLock> {
  return hold(database, 'SELECT 1 FROM sessions WHERE user_id = $1 FOR UPDATE', [userId])
}

export function holdPublication(database: Database, publicationId: string): Promise<RowLock> {
  return hold(database, 'SELECT 1 FROM publications WHERE id = $1 FOR UPDATE', [publicationId])
}

/** For what the API does itself. */
export function holdOrder(database: Database, orderId: string): Promise<RowLock> {
  return hold(database, 'SELECT 1 FROM orders WHERE id = $1 FOR UPDATE', [orderId], 'mozhou-api')
}

/** What a channel has told, stored and not yet concluded. */
export function holdNotice(database: Database, noticeId: string): Promise<RowLock> {
  return hold(database, 'SELECT 1 FROM payment_notices WHERE id = $1 FOR UPDATE', [noticeId], 'mozhou-api')
}

/** A whole table: whoever only reads it waits too. */
export function holdTable(database: Database, name: string): Promise<RowLock> {
  return hold(database, `LOCK TABLE "${name}" IN ACCESS EXCLUSIVE MODE`, [])
}

async function hold(
  database: Database,
  sql: string,
  values: string[],
  waiter: 'mozhou-worker' | 'mozhou-api' = 'mozhou-worker',
): Promise<RowLock> {
  const holder = new Client({ connectionString: database.url, application_name: 'e2e-lock' })
  // The server may be killed while it holds.
  holder.on('error', () => {})
  await holder.connect()
  await holder.query('BEGIN')
  const { rowCount } = await holder.query(sql, values)
  if (rowCount === 0) throw new Error(`no row to hold: ${sql} ${values.join()}`)
  const { rows } = await holder.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  const holderPid = rows[0]?.pid
  const waiting = async () => {
    const waiters = await database.rows<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity
       WHERE application_name = $2 AND $1::int = ANY (pg_blocking_pids(pid))`,
      [holderPid, waiter],
    )
    return waiters.map(({ pid }) => pid)
  }
  return {
    untilWorkerWaits: () =>
      until(`${waiter} waits for the row of: ${sql}`, async () => {
        const pids = await waiting()
        return pids.length > 0 && pids
      }),
    async endWaiting() {
      for (const pid of await waiting()) await database.rows('SELECT pg_terminate_backend($1)', [pid])
      await until('nobody waits for the row', async () => (await waiting()).length === 0)
    },
    async release() {
      await holder.query('ROLLBACK')
      await holder.end()
    },
  }
}
