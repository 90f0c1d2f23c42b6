import type { PrismaClient } from './client.ts'
import { prismaFolder, readMigrations } from './migration-files.ts'
import type { PrismaFolder } from './migration-files.ts'

/** Migrations that this database has and this program does not know, oldest first; none of a database that was never migrated. */
export async function newerMigrations(
  prisma: Pick<PrismaClient, '$queryRaw'>,
  folder: PrismaFolder = prismaFolder(),
): Promise<string[]> {
  const [table] = await prisma.$queryRaw<
    { exists: boolean }[]
  >`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`
  if (table?.exists !== true) return []
  const rows = await prisma.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`
  const known = new Set(readMigrations(folder).map(({ name }) => name))
  return rows.map(({ name }) => name).filter((name) => !known.has(name))
}

/** What somebody reads who has started a program that is older than the database. */
export function describeNewer(names: readonly string[]): string {
  return (
    `The database is newer than this program, which does not know ${names.join(', ')}. ` +
    'Start the version that made them, or restore a backup from before'
  )
}
