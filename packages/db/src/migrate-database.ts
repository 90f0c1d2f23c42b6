import { Client } from 'pg'
import type { PrismaFolder } from './migration-files.ts'
import { prismaFolder } from './migration-files.ts'
import { describeNewer } from './newer-migrations.ts'
import { openSchemaEngine } from './schema-engine.ts'

/** Any fixed number; only starts of this product take it. */
const migrationLock = 6_270_771

/**
 * Brings the database up to the newest migration and returns the names of those it applied, oldest first.
 * Two starts at once do not race: the second waits, then finds nothing to do.
 * @throws Error with the engine's own words when a migration fails; that migration is undone and is tried again next time. Error before anything is
 *   changed when the database is newer than the folder.
 */
export async function migrateDatabase(url: string, folder: PrismaFolder = prismaFolder()): Promise<string[]> {
  const lock = new Client(url)
  await lock.connect()
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock])
    return await applyMigrations(url, folder)
  } finally {
    await lock.end()
  }
}

async function applyMigrations(url: string, folder: PrismaFolder): Promise<string[]> {
  const engine = await openSchemaEngine(url, folder)
  try {
    const { failedMigrationNames, missingMigrationNames } = await engine.diagnose()
    if (missingMigrationNames.length > 0) throw new Error(`${describeNewer(missingMigrationNames)}.`)
    // Each migration is one transaction, so a failed one has left nothing behind but its row in Prisma's table.
    for (const name of failedMigrationNames) await engine.markRolledBack(name)
    return await engine.applyMigrations()
  } finally {
    await engine.close()
  }
}
