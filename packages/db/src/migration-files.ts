import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A folder that holds `schema/*.prisma` and `migrations/<name>/migration.sql`, laid out as Prisma's own commands expect. */
export interface PrismaFolder {
  schemaDirectory: string
  migrationsDirectory: string
}

export function prismaFolder(root: string = path.join(import.meta.dirname, '..', 'prisma')): PrismaFolder {
  return { schemaDirectory: path.join(root, 'schema'), migrationsDirectory: path.join(root, 'migrations') }
}

export interface SchemaFile {
  path: string
  content: string
}

export function readSchemaFiles(folder: PrismaFolder): SchemaFile[] {
  return readdirSync(folder.schemaDirectory)
    .filter((name) => name.endsWith('.prisma'))
    .toSorted()
    .map((name) => path.join(folder.schemaDirectory, name))
    .map((file) => ({ path: file, content: readFileSync(file, 'utf8') }))
}

export interface MigrationFile {
  name: string
  sql: string
}

/** In the order in which they are applied: by name, which begins with a timestamp. */
export function readMigrations(folder: PrismaFolder): MigrationFile[] {
  if (!existsSync(folder.migrationsDirectory)) return []
  return readdirSync(folder.migrationsDirectory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
    .map((name) => ({
      name,
      sql: readFileSync(path.join(folder.migrationsDirectory, name, 'migration.sql'), 'utf8'),
    }))
}

/** Changes whenever a migration is added, removed, renamed or edited. */
export function hashMigrations(folder: PrismaFolder): string {
  const hash = createHash('sha256')
  for (const migration of readMigrations(folder)) hash.update(`${migration.name}\0${migration.sql}\0`)
  return hash.digest('hex').slice(0, 16)
}
