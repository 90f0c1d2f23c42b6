import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { DiffTarget, MigrationList, SchemaFilter } from '@prisma/schema-engine-wasm'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { createMigrationAdapters } from './migration-adapter.ts'
import type { PrismaFolder } from './migration-files.ts'
import { readMigrations, readSchemaFiles } from './migration-files.ts'

/** Prisma's own schema engine, the WebAssembly build: nothing is downloaded, and `prisma migrate deploy` reads what it wrote. */
export interface SchemaEngine {
  /** Names of the migrations that this call applied. Each runs as one transaction. */
  applyMigrations(): Promise<string[]>
  /** What the database's own table says about the migrations in the folder. */
  diagnose(): Promise<{
    editedMigrationNames: string[]
    failedMigrationNames: string[]
    missingMigrationNames: string[]
  }>
  /** After this a failed migration is tried again by the next `applyMigrations`. */
  markRolledBack(migrationName: string): Promise<void>
  /** SQL that takes a database with every migration applied to what the schema says; empty when they agree. */
  diffMigrationsToSchema(): Promise<string>
  close(): Promise<void>
}

const noFilter: SchemaFilter = { externalTables: [], externalEnums: [] }

/** `url` names the database that is migrated, and the server on which `diffMigrationsToSchema` makes a scratch database. */
export async function openSchemaEngine(url: string, folder: PrismaFolder): Promise<SchemaEngine> {
  loadBindings()
  const schema = readSchemaFiles(folder)
  const datamodels = schema.map((file): [string, string] => [file.path, file.content])
  const adapters = createMigrationAdapters(url)
  const factory = bindMigrationAwareSqlAdapterFactory(adapters.factory)
  const engine = await translated(bindings.SchemaEngine.new({ datamodels }, ignoreLog, factory))
  const migrationsList = listMigrations(folder)
  return {
    applyMigrations: async () => {
      const applied = await translated(engine.applyMigrations({ migrationsList, filters: noFilter }))
      return applied.appliedMigrationNames
    },
    diagnose: async () => {
      const input = { migrationsList, optInToShadowDatabase: false, filters: noFilter }
      const { history, ...names } = await translated(engine.diagnoseMigrationHistory(input))
      const isAhead = history && 'unpersistedMigrationNames' in history
      return { ...names, missingMigrationNames: isAhead ? history.unpersistedMigrationNames : [] }
    },
    markRolledBack: async (migrationName) => {
      await translated(engine.markMigrationRolledBack({ migrationName }))
    },
    diffMigrationsToSchema: async () => {
      const from: DiffTarget = { tag: 'migrations', ...migrationsList }
      const to: DiffTarget = { tag: 'schemaDatamodel', files: schema }
      const diff = await translated(engine.diff({ from, to, script: true, exitCode: true, filters: noFilter }))
      return diff.exitCode === 0 ? '' : (diff.stdout ?? '')
    },
    close: async () => {
      engine.free()
      await adapters.close()
    },
  }
}

function ignoreLog(): void {
  // The engine logs every statement; what matters comes back as a result or an error.
}

function listMigrations(folder: PrismaFolder): MigrationList {
  const lockfile = path.join(folder.migrationsDirectory, 'migration_lock.toml')
  return {
    baseDir: folder.migrationsDirectory,
    lockfile: { path: 'migration_lock.toml', content: readFileSync(lockfile, 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: readMigrations(folder).map((migration) => ({
      path: migration.name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: migration.sql } },
    })),
  }
}

/** The little of WebAssembly's interface that is needed; TypeScript declares it only together with the whole DOM. */
interface WebAssemblyGlobal {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: Record<string, object>) => { exports: Record<string, unknown> }
}

let isLoaded = false

/** The package's own entry imports the .wasm file as a module, which Node does only behind a flag. */
function loadBindings(): void {
  if (isLoaded) return
  const registry = { set_message: (message: string) => (lastPanic = message) }
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: registry })
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')
  const bytes = readFileSync(path.join(path.dirname(entry), 'schema_engine_bg.wasm'))
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyGlobal }
  const imports = { './schema_engine_bg.js': { ...bindings } }
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports)
  bindings.__wbg_set_wasm(exports)
  const start = exports['__wbindgen_start']
  if (typeof start !== 'function') throw new Error('schema_engine_bg.wasm has no __wbindgen_start')
  start()
  isLoaded = true
}

let lastPanic: string | null = null

/** The engine rejects with its own shape of error; people get the sentence inside it. */
async function translated<T>(work: Promise<T>): Promise<T> {
  lastPanic = null
  try {
    return await work
  } catch (cause) {
    throw new Error(`Prisma's schema engine: ${lastPanic ?? describeEngineError(cause)}`, { cause })
  }
}

/** The engine's sentence and the migration's name, without the trace through its own Rust files. */
function describeEngineError(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause)
  const migration = /migration_name="([^"]+)"/.exec(text)?.[1]
  const isTrace = (line: string) => /^\s+(?:\d+: |at |with )/.test(line)
  const sentences = text.split('\n').filter((line) => !isTrace(line))
  return [...(migration === undefined ? [] : [`migration ${migration}`]), ...sentences].join('\n')
}
