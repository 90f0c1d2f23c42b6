import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { PrismaFolder } from './migration-files.ts'
import { prismaFolder } from './migration-files.ts'
import { openSchemaEngine } from './schema-engine.ts'

export interface NewMigration {
  /** A server on which a scratch database may be made. */
  url: string
  /** What changes, in a few words; becomes part of the folder's name. */
  title: string
  now: Date
  folder?: PrismaFolder
}

/**
 * Writes the SQL that takes the migrations to what the schema says, and returns the file's path; null when they agree already.
 * @throws Error when the title has no letter or digit to make a name of.
 */
export async function writeMigration(input: NewMigration): Promise<string | null> {
  const folder = input.folder ?? prismaFolder()
  const name = migrationName(input.title, input.now)
  const engine = await openSchemaEngine(input.url, folder)
  const sql = await engine.diffMigrationsToSchema().finally(() => engine.close())
  if (sql === '') return null
  const directory = path.join(folder.migrationsDirectory, name)
  mkdirSync(directory, { recursive: true })
  const file = path.join(directory, 'migration.sql')
  writeFileSync(file, sql)
  return file
}

/** Prisma's own form: fourteen digits of UTC, then words joined by underscores. */
function migrationName(title: string, now: Date): string {
  const words = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
  if (words === '') throw new Error('A migration needs a name in latin letters: npm run db:new -- add_coupons')
  const stamp = now.toISOString().replaceAll(/\D/g, '').slice(0, 14)
  return `${stamp}_${words.slice(0, 100)}`
}
