import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Pool } from 'pg'
import { createConnectionPool } from './connection-pool.ts'
import { testPostgresUrl } from './env.ts'

const silenceMs = 300
let pool: Pool
beforeAll(() => {
  pool = createConnectionPool({ connectionString: testPostgresUrl(), max: 1 }, silenceMs)
  pool.on('error', () => undefined)
})
afterAll(() => pool.end())

const silent = { code: 'ETIMEDOUT', message: `no answer within ${silenceMs} ms` }

it('gives up a connection that says nothing, and takes another for the next statement', async () => {
  await expect(pool.query({ text: 'SELECT pg_sleep(20)' })).rejects.toMatchObject(silent)
  expect((await pool.query({ text: 'SELECT 1 AS one' })).rows).toEqual([{ one: 1 }])
})

it('does not wait once more for the end of a transaction whose statement had no answer', async () => {
  const client = await pool.connect()
  client.on('error', () => undefined)
  await client.query({ text: 'BEGIN' })
  await expect(client.query({ text: 'SELECT pg_sleep(20)' })).rejects.toMatchObject(silent)
  const startedAt = performance.now()
  await expect(client.query({ text: 'ROLLBACK' })).rejects.toThrow()
  expect(performance.now() - startedAt).toBeLessThan(silenceMs)
  client.release()
  expect((await pool.query({ text: 'SELECT 2 AS two' })).rows).toEqual([{ two: 2 }])
})
