import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import type { PrismaClient } from '../client.ts'
import { createPrismaClient } from '../client.ts'
import { withDatabase } from '../database-url.ts'
import { testPostgresUrl, testTraces } from '../env.ts'
import { migrateDatabase } from '../migrate-database.ts'
import { hashMigrations, prismaFolder } from '../migration-files.ts'
import { runStatement } from '../run-statement.ts'
import { readPersonalData } from './personal-data.ts'

export interface TestDatabase {
  url: string
  prisma: PrismaClient
  /** Closes the client and drops the database. */
  drop(): Promise<void>
}

/** Any fixed number; only test processes take it. */
const templateLock = 6_270_772

/**
 * A migrated database of its own for one test file, copied from a template that all files share.
 * Call it in `beforeAll`, and `drop` in `afterAll`.
 * @throws Error that says what to do when MOZHOU_TEST_POSTGRES_URL is not set.
 */
export async function createTestDatabase(
  options: { poolSize?: number; silenceMs?: number } = {},
): Promise<TestDatabase> {
  const server = testPostgresUrl()
  const template = `mozhou_template_${hashMigrations(prismaFolder())}`
  const name = `mozhou_test_${crypto.randomUUID().replaceAll('-', '')}`
  await copyTemplate(server, template, name)
  const url = withDatabase(server, name)
  const prisma = createPrismaClient({ url, poolSize: 8, applicationName: 'mozhou-test', ...options })
  return {
    url,
    prisma,
    drop: async () => {
      await prisma.$disconnect()
      await notePersonalData(url, name)
      await runStatement(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
    },
  }
}

/** For the search of the run's logs at its end (tools/private-data), when this database is gone. */
async function notePersonalData(url: string, name: string): Promise<void> {
  const folder = testTraces()
  if (folder === null) return
  const client = new Client(url)
  await client.connect()
  const personal = await readPersonalData(client).finally(() => client.end())
  await writeFile(join(folder, `${name}.personal.json`), JSON.stringify(personal))
}

/** Under one lock: PostgreSQL copies a template only while nobody else is connected to it. */
async function copyTemplate(server: string, template: string, name: string): Promise<void> {
  const client = new Client(server)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [templateLock])
    const existing = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template])
    if (existing.rowCount === 0) await makeTemplate(client, server, template)
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`)
  } finally {
    await client.end()
  }
}

/** Made under another name and renamed at the end, so that a cut-off run leaves no half-migrated template. */
async function makeTemplate(client: Client, server: string, template: string): Promise<void> {
  const unfinished = `${template}_unfinished`
  await client.query(`DROP DATABASE IF EXISTS "${unfinished}" WITH (FORCE)`)
  await client.query(`CREATE DATABASE "${unfinished}" TEMPLATE template0 ENCODING 'UTF8'`)
  await migrateDatabase(withDatabase(server, unfinished))
  await client.query(`ALTER DATABASE "${unfinished}" RENAME TO "${template}"`)
}
