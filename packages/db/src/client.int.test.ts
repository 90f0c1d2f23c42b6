import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PrismaClient } from './client.ts'
import { createPrismaClient } from './client.ts'
import { runStatement } from './run-statement.ts'
import type { TestDatabase } from './testing/test-database.ts'
import { createTestDatabase } from './testing/test-database.ts'

let database: TestDatabase
let prisma: PrismaClient
beforeAll(async () => {
  database = await createTestDatabase()
  prisma = createPrismaClient({ url: database.url, poolSize: 1, applicationName: 'mozhou-client-test' })
})
afterAll(async () => {
  await prisma.$disconnect()
  await database.drop()
})

async function backend(): Promise<number | undefined> {
  const [row] = await prisma.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
  return row?.pid
}

it('keeps its connection when the server refuses a statement', async () => {
  const before = await backend()
  for (let round = 0; round < 3; round += 1) {
    await expect(prisma.$executeRaw`INSERT INTO login_failures (login_key) VALUES ('x')`).rejects.toThrow('23502')
  }
  expect(await backend()).toBe(before)
})

it('takes a new connection after the old one was ended, idle or at work', async () => {
  const idle = await backend()
  await runStatement(database.url, `SELECT pg_terminate_backend(${idle})`)
  await expect.poll(backend, { timeout: 5_000 }).not.toBe(idle)
  const busy = await backend()
  const sleeping = prisma.$queryRaw`SELECT 1 FROM pg_sleep(30)`
  const broken = expect(sleeping).rejects.toThrow()
  await expect
    .poll(
      async () =>
        database.prisma.$queryRaw`SELECT 1 FROM pg_stat_activity WHERE pid = ${busy} AND query LIKE '%pg_sleep%'`,
    )
    .toHaveLength(1)
  await runStatement(database.url, `SELECT pg_terminate_backend(${busy})`)
  await broken
  expect(await backend()).not.toBe(busy)
})

it('works after a transaction that failed, on the same connection', async () => {
  const before = await backend()
  const failing = prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT nonsense`
  })
  await expect(failing).rejects.toThrow('nonsense')
  expect(await backend()).toBe(before)
})

it('names the statements of the ledger and no others', async () => {
  await prisma.$queryRaw`SELECT * FROM reverse_entry(gen_random_uuid(), 'a', 'b', 'refund', NULL, NULL, now())`
  await prisma.user.count()
  const named = await prisma.$queryRaw<
    { statement: string }[]
  >`SELECT statement FROM pg_prepared_statements WHERE name <> ''`
  expect(named.map(({ statement }) => statement)).toEqual([expect.stringContaining('reverse_entry')])
})

it('disconnects, and connects again when it is asked again', async () => {
  await prisma.$disconnect()
  // The server takes a moment to notice.
  await expect
    .poll(() => database.prisma.$queryRaw`SELECT 1 FROM pg_stat_activity WHERE application_name = 'mozhou-client-test'`)
    .toEqual([])
  expect(await backend()).toBeGreaterThan(0)
})
