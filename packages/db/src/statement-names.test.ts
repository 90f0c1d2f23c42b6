import { expect, it } from 'vitest'
import { nameStatement } from './statement-names.ts'

const session = 'SELECT s.app FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = $1::uuid'

it('gives a hot statement one name, which its text alone decides', () => {
  expect(nameStatement({ sql: session })).toMatch(/^hot_[0-9a-f]{24}$/)
  expect(nameStatement({ sql: session })).toBe(nameStatement({ sql: session }))
  expect(nameStatement({ sql: `${session} AND s.app = $2` })).not.toBe(nameStatement({ sql: session }))
})

it.each([
  'SELECT "public"."sessions"."id" FROM "public"."sessions" WHERE "public"."sessions"."id" = $1',
  'INSERT INTO "public"."generations" ("id") VALUES ($1)',
  'SELECT pg_backend_pid() AS pid',
])('leaves %s without one', (sql) => {
  expect(nameStatement({ sql })).toBe('')
})
