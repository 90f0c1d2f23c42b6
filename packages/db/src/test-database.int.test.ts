import { afterAll, expect, it } from 'vitest'
import { Client } from 'pg'
import { createPrismaClient } from './client.ts'
import { testPostgresUrl } from './env.ts'
import { runStatement } from './run-statement.ts'
import type { TestDatabase } from './testing/test-database.ts'
import { createTestDatabase } from './testing/test-database.ts'

const opened: TestDatabase[] = []
afterAll(() => Promise.all(opened.map((database) => database.drop())))

async function open(): Promise<TestDatabase> {
  const database = await createTestDatabase({ poolSize: 2 })
  opened.push(database)
  return database
}

const failure = (loginKey: string, at = new Date()) => ({
  loginKey,
  ipAddress: '127.0.0.1',
  failures: 1,
  firstAt: at,
  lastAt: at,
})

it('gives each caller a migrated database of its own, also when they come at once', async () => {
  const databases = await Promise.all([open(), open(), open(), open()])
  await databases[0]?.prisma.loginFailure.create({ data: failure('a') })
  expect(await Promise.all(databases.map(({ prisma }) => prisma.loginFailure.count()))).toEqual([1, 0, 0, 0])
  expect(await databases[1]?.prisma.creditAccount.count({ where: { platformKey: { not: null } } })).toBe(18)
})

it('is gone after drop, even with a connection left open', async () => {
  const database = await createTestDatabase()
  const forgotten = new Client(database.url)
  forgotten.on('error', () => undefined)
  await forgotten.connect()
  await database.drop()
  await expect(runStatement(database.url, 'SELECT 1')).rejects.toThrow('does not exist')
})

it('stores instants as they are on a server that lives in another zone', async () => {
  const database = await open()
  const name = new URL(database.url).pathname.slice(1)
  await runStatement(testPostgresUrl(), `ALTER DATABASE "${name}" SET TimeZone = 'Asia/Shanghai'`)
  const prisma = createPrismaClient({ url: database.url, poolSize: 1, applicationName: 'zone' })
  const at = new Date('2026-11-23T16:30:00.123Z')
  await prisma.loginFailure.create({ data: failure('zone', at) })
  const rows = await prisma.$queryRaw<{ ms: bigint }[]>`
    SELECT (extract(epoch FROM first_at) * 1000)::bigint AS ms FROM login_failures WHERE login_key = 'zone'`
  await prisma.$disconnect()
  expect(rows).toEqual([{ ms: BigInt(at.getTime()) }])
})
