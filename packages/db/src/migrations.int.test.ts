import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPrismaClient } from './client.ts'
import { testPostgresUrl } from './env.ts'
import { findDrift } from './find-drift.ts'
import { migrateDatabase } from './migrate-database.ts'
import type { PrismaFolder } from './migration-files.ts'
import { hashMigrations, prismaFolder, readMigrations } from './migration-files.ts'
import { newerMigrations } from './newer-migrations.ts'
import type { ScratchDatabase } from './scratch-database.ts'
import { createScratchDatabase } from './scratch-database.ts'
import { writeMigration } from './write-migration.ts'

let database: ScratchDatabase
let root: string
let folder: PrismaFolder

beforeEach(async () => {
  database = await createScratchDatabase(testPostgresUrl())
  root = mkdtempSync(path.join(tmpdir(), 'mozhou-migrations-'))
  folder = prismaFolder(root)
  cpSync(prismaFolder().schemaDirectory, folder.schemaDirectory, { recursive: true })
  cpSync(prismaFolder().migrationsDirectory, folder.migrationsDirectory, { recursive: true })
})
afterEach(async () => {
  rmSync(root, { recursive: true })
  await database.drop()
})

async function query<Row extends object>(sql: string): Promise<Row[]> {
  const client = new Client(database.url)
  await client.connect()
  const result = await client.query<Row>(sql).finally(() => client.end())
  return result.rows
}

const initial = readMigrations(prismaFolder()).map((migration) => migration.name)
const plantModel = () =>
  writeFileSync(
    path.join(folder.schemaDirectory, 'planted.prisma'),
    'model Planted {\n  id String @id @db.Uuid\n  note String?\n}\n',
  )

function addMigration(name: string, sql: string): void {
  mkdirSync(path.join(folder.migrationsDirectory, name), { recursive: true })
  writeFileSync(path.join(folder.migrationsDirectory, name, 'migration.sql'), sql)
}

describe('a database that is newer than the program', () => {
  it('is refused with words before anything is changed', async () => {
    addMigration('20990101000000_note', 'CREATE TABLE notes (id int)')
    await migrateDatabase(database.url, folder)
    await expect(migrateDatabase(database.url)).rejects.toThrow(
      'The database is newer than this program, which does not know 20990101000000_note. Start the version that made them',
    )
    const prisma = createPrismaClient({ url: database.url, poolSize: 1, applicationName: 'newer' })
    expect(await newerMigrations(prisma)).toEqual(['20990101000000_note'])
    expect(await newerMigrations(prisma, folder)).toEqual([])
    await prisma.$disconnect()
  })

  it('is not one that was never migrated', async () => {
    const prisma = createPrismaClient({ url: database.url, poolSize: 1, applicationName: 'newer' })
    expect(await newerMigrations(prisma)).toEqual([])
    await prisma.$disconnect()
  })
})

describe('migrating', () => {
  it('brings an empty database to the newest migration, and then finds nothing to do', async () => {
    expect(await migrateDatabase(database.url)).toEqual(initial)
    expect(await migrateDatabase(database.url)).toEqual([])
  })

  it('writes the table that prisma migrate deploy reads, with the checksums of the files', async () => {
    await migrateDatabase(database.url)
    const rows =
      await query(`SELECT migration_name AS name, checksum = encode(sha256(convert_to('x', 'UTF8')), 'hex') AS "isFake",
      length(checksum) AS length, finished_at IS NOT NULL AS "isFinished", applied_steps_count AS steps FROM _prisma_migrations ORDER BY name`)
    expect(rows).toEqual(initial.map((name) => ({ name, isFake: false, length: 64, isFinished: true, steps: 1 })))
  })

  it('lets two starts at once do it once', async () => {
    const applied = await Promise.all([migrateDatabase(database.url), migrateDatabase(database.url)])
    expect(applied.toSorted((left, right) => left.length - right.length)).toEqual([[], initial])
  })

  it('leaves nothing of a migration that fails half way, and applies it once it is mended', async () => {
    addMigration('20990101000000_broken', 'CREATE TABLE half (id int);\nSELECT nonsense;\n')
    await expect(migrateDatabase(database.url, folder)).rejects.toThrow(/20990101000000_broken[^]*nonsense/)
    expect(await query(`SELECT 1 FROM pg_tables WHERE tablename = 'half'`)).toEqual([])
    addMigration('20990101000000_broken', 'CREATE TABLE half (id int);\n')
    expect(await migrateDatabase(database.url, folder)).toEqual(['20990101000000_broken'])
  })

  it('applies a function body whole, semicolons and all', async () => {
    addMigration(
      '20990101000000_function',
      `CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ DECLARE n int; BEGIN n := 1; RETURN n + 1; END $$;`,
    )
    await migrateDatabase(database.url, folder)
    expect(await query('SELECT two()')).toEqual([{ two: 2 }])
  })

  it('refuses a database that is not UTF-8, with a sentence that says so', async () => {
    const name = new URL(database.url).pathname.slice(1)
    const admin = new Client(testPostgresUrl())
    await admin.connect()
    await admin.query(`DROP DATABASE "${name}"`)
    await admin
      .query(`CREATE DATABASE "${name}" TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'`)
      .finally(() => admin.end())
    await expect(migrateDatabase(database.url)).rejects.toThrow("create it with ENCODING 'UTF8'")
  })
})

describe('drift', () => {
  it('is none between our migrations, our schema and a migrated database', async () => {
    await migrateDatabase(database.url)
    expect(await findDrift(database.url)).toEqual({ missingSql: '', editedMigrationNames: [], lostMigrationNames: [] })
  })

  it('bites when the schema says more than the migrations', async () => {
    plantModel()
    const { missingSql } = await findDrift(database.url, folder)
    expect(missingSql).toContain('CREATE TABLE "Planted"')
  })

  it('bites when an index or a column is only in the migrations', async () => {
    addMigration(
      '20990101000000_more',
      'ALTER TABLE users ADD COLUMN extra text; CREATE INDEX more ON users (display_name);',
    )
    const { missingSql } = await findDrift(database.url, folder)
    expect(missingSql).toContain('DROP COLUMN "extra"')
    expect(missingSql).toContain('DROP INDEX "more"')
  })

  it('bites when an applied migration was edited or removed', async () => {
    addMigration('20990101000000_note', '-- nothing\nSELECT 1;\n')
    await migrateDatabase(database.url, folder)
    addMigration('20990101000000_note', '-- changed\nSELECT 1;\n')
    expect((await findDrift(database.url, folder)).editedMigrationNames).toEqual(['20990101000000_note'])
    rmSync(path.join(folder.migrationsDirectory, '20990101000000_note'), { recursive: true })
    expect((await findDrift(database.url, folder)).lostMigrationNames).toEqual(['20990101000000_note'])
  })

  it('leaves no scratch database behind', async () => {
    await findDrift(database.url, folder)
    const own = new URL(database.url).pathname.slice(1)
    const before = await query<{ datname: string }>(
      `SELECT datname FROM pg_database WHERE datname LIKE 'mozhou_scratch_%' AND datname <> '${own}'`,
    )
    await findDrift(database.url, folder)
    const after = await query<{ datname: string }>(
      `SELECT datname FROM pg_database WHERE datname LIKE 'mozhou_scratch_%' AND datname <> '${own}'`,
    )
    const kept = after.filter(({ datname }) => before.some((other) => other.datname === datname))
    expect(after).toEqual(kept)
  })
})

describe('a new migration', () => {
  const now = new Date('2099-03-04T05:06:07Z')
  const write = (title: string) => writeMigration({ url: database.url, title, now, folder })

  it('is not written when nothing changed', async () => {
    expect(await write('nothing')).toBeNull()
    expect(readMigrations(folder).map((migration) => migration.name)).toEqual(initial)
  })

  it('goes round: written, applied, no drift left, nothing more to write', async () => {
    plantModel()
    const file = await write('Add planted, please!')
    expect(path.relative(folder.migrationsDirectory, file ?? '')).toBe(
      path.join('20990304050607_add_planted_please', 'migration.sql'),
    )
    expect(readFileSync(file ?? '', 'utf8')).toContain('CREATE TABLE "Planted"')
    expect(await migrateDatabase(database.url, folder)).toEqual([...initial, '20990304050607_add_planted_please'])
    expect(await findDrift(database.url, folder)).toEqual({
      missingSql: '',
      editedMigrationNames: [],
      lostMigrationNames: [],
    })
    expect(await write('again')).toBeNull()
  })

  it('needs a name that can be one', async () => {
    await expect(write('新增')).rejects.toThrow('latin letters')
  })

  it('changes the name of the template that test databases are copied from', () => {
    const before = hashMigrations(folder)
    addMigration('20990101000000_more', 'SELECT 1;')
    expect(hashMigrations(folder)).not.toBe(before)
  })
})
