import type { PrismaFolder } from './migration-files.ts'
import { prismaFolder } from './migration-files.ts'
import { openSchemaEngine } from './schema-engine.ts'

export interface Drift {
  /** SQL that the migrations lack to say what the schema says; empty when they agree. */
  missingSql: string
  /** Applied to this database, and changed in the folder since (Prisma's own checksums). */
  editedMigrationNames: string[]
  /** Applied to this database, and gone from the folder. */
  lostMigrationNames: string[]
}

/** Compares migrations, schema and, as far as `url` names a migrated one, a database. Changes nothing. */
export async function findDrift(url: string, folder: PrismaFolder = prismaFolder()): Promise<Drift> {
  const engine = await openSchemaEngine(url, folder)
  try {
    const missingSql = await engine.diffMigrationsToSchema()
    const { editedMigrationNames, missingMigrationNames } = await engine.diagnose()
    return { missingSql, editedMigrationNames, lostMigrationNames: missingMigrationNames }
  } finally {
    await engine.close()
  }
}
