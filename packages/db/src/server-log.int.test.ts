import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testPostgresUrl, testTraces } from './env.ts'

const traces = testTraces()
const log = join(dirname(traces ?? ''), 'logs', 'postgres.log')
const person = `person-${crypto.randomUUID()}@example.com`

let client: Client
beforeAll(async () => {
  client = new Client(testPostgresUrl())
  await client.connect()
  await client.query('CREATE TEMPORARY TABLE people (email text UNIQUE, age int CHECK (age > 0))')
})
afterAll(() => client.end())

// A stack that somebody brought may log as it likes.
it.runIf(traces !== null)("leaves what people wrote out of the server's log, whatever goes wrong with it", async () => {
  await client.query('INSERT INTO people VALUES ($1, 1)', [person])
  const failing: [sql: string, values?: string[]][] = [
    ['INSERT INTO people VALUES ($1, 1)', [person]],
    ['INSERT INTO people VALUES ($1, -1)', [person]],
    ['SELECT $1::uuid', [person]],
    [`SELECT '${person}'::int`],
    [`SELEC '${person}'`],
    [`DO $$ BEGIN RAISE EXCEPTION 'no %', '${person}'; END $$`],
  ]
  for (const [sql, values] of failing) await expect(client.query(sql, values)).rejects.toThrow()
  // The superuser may turn this on; parameters stay out of it.
  await client.query('SET log_min_duration_statement = 0')
  const mark = `mark_${Date.now()}`
  await client.query(`SELECT $1::text AS ${mark}`, [person])
  const text = await readFile(log, 'utf8')
  expect(text).toContain(mark)
  expect(text).not.toContain(person)
})
