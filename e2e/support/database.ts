import { Pool } from 'pg'
import type { QueryResultRow } from 'pg'

/** The product's database, looked at from outside. */
export interface Database {
  readonly url: string
  rows<T extends QueryResultRow>(sql: string, values?: unknown[]): Promise<T[]>
  /** @throws Error unless there is exactly one row */
  one<T extends QueryResultRow>(sql: string, values?: unknown[]): Promise<T>
  close(): Promise<void>
}

export function openDatabase(url: string): Database {
  const pool = new Pool({ connectionString: url, max: 4, application_name: 'e2e' })
  // A server that a test kills takes idle connections with it; the pool opens others.
  pool.on('error', () => {})
  const rows = async <T extends QueryResultRow>(sql: string, values: unknown[] = []) =>
    (await pool.query<T>(sql, values)).rows
  return {
    url,
    rows,
    async one<T extends QueryResultRow>(sql: string, values?: unknown[]) {
      const [row, ...others] = await rows<T>(sql, values)
      if (!row || others.length > 0) throw new Error(`${others.length + (row ? 1 : 0)} rows: ${sql}`)
      return row
    },
    close: () => pool.end(),
  }
}
