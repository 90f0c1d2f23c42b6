import { PrismaPg } from '@prisma/adapter-pg'
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
  SqlResultSet,
} from '@prisma/driver-adapter-utils'
import { ColumnTypeEnum, DriverAdapterError, isDriverAdapterError } from '@prisma/driver-adapter-utils'
import type { PoolClient } from 'pg'
import { Pool } from 'pg'
import { createScratchDatabase } from './scratch-database.ts'

/** Object id of PostgreSQL's internal type `"char"` and of `text`. */
const charOid = 18
const textOid = 25
const charMark = '\u0000char'

export interface MigrationAdapters {
  factory: SqlMigrationAwareDriverAdapterFactory
  /** The engine never disposes of what it connected to the main database. */
  close(): Promise<void>
}

/** What the schema engine needs of a database: the official adapter, mended in the three places where it fails at migrations. */
export function createMigrationAdapters(url: string): MigrationAdapters {
  const connected: PoolAdapter[] = []
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: async () => {
      const adapter = await connectAdapter(url)
      connected.push(adapter)
      return mended(adapter)
    },
    connectToShadowDb: async () => {
      const shadow = await createScratchDatabase(url)
      const adapter = await connectAdapter(shadow.url)
      const dispose = async () => {
        // The adapter's own shadow database is dropped while its pool is still open, which PostgreSQL refuses.
        await adapter.dispose()
        await shadow.drop()
      }
      return { ...mended(adapter), dispose }
    },
  }
  const close = async () => {
    await Promise.all(connected.map((adapter) => adapter.dispose()))
  }
  return { factory, close }
}

type PoolAdapter = Awaited<ReturnType<PrismaPg['connect']>>

async function connectAdapter(connectionString: string): Promise<PoolAdapter> {
  const pool = new Pool({ connectionString, max: 4 })
  pool.on('connect', markCharColumns)
  return new PrismaPg(pool, { disposeExternalPool: true }).connect()
}

interface RowDescription {
  fields: { name: string; dataTypeID: number }[]
}

/** The adapter knows no `"char"`, so such columns are read as text, with a mark in the name by which `mended` tells them apart. */
function markCharColumns(client: PoolClient): void {
  const { connection } = client as unknown as { connection: NodeJS.EventEmitter }
  connection.on('rowDescription', (message: RowDescription) => {
    for (const field of message.fields) {
      if (field.dataTypeID !== charOid) continue
      field.dataTypeID = textOid
      field.name += charMark
    }
  })
}

function mended(adapter: PoolAdapter): SqlDriverAdapter {
  return {
    ...mendedQueries(adapter),
    // The adapter's own cuts a script at every semicolon, in function bodies too. Sent whole, it is also one transaction.
    executeScript: async (script) => {
      await adapter.executeRaw({ sql: script, args: [], argTypes: [] }).catch(rethrowWithWords)
    },
    startTransaction: async (isolationLevel) => {
      const transaction = await adapter.startTransaction(isolationLevel)
      return {
        ...mendedQueries(transaction),
        options: transaction.options,
        commit: () => transaction.commit(),
        rollback: () => transaction.rollback(),
      }
    },
    getConnectionInfo: () => adapter.getConnectionInfo(),
    dispose: () => adapter.dispose(),
  }
}

/** The engine has its own, vaguer words for some errors; in a migration PostgreSQL's say what to mend. */
function rethrowWithWords(error: unknown): never {
  if (!isDriverAdapterError(error)) throw error
  const { originalCode = '', originalMessage: message = error.message } = error.cause
  const none = { detail: undefined, column: undefined, hint: undefined }
  throw new DriverAdapterError({ kind: 'postgres', code: originalCode, severity: 'ERROR', message, ...none })
}

function mendedQueries(queryable: SqlQueryable): SqlQueryable {
  return {
    provider: queryable.provider,
    adapterName: queryable.adapterName,
    executeRaw: (query) => queryable.executeRaw(query),
    queryRaw: async (query: SqlQuery): Promise<SqlResultSet> => {
      const result = await queryable.queryRaw(query)
      const isChar = result.columnNames.map((name) => name.endsWith(charMark))
      return {
        ...result,
        columnNames: result.columnNames.map((name) => name.replace(charMark, '')),
        columnTypes: result.columnTypes.map((type, index) => (isChar[index] ? ColumnTypeEnum.Character : type)),
      }
    },
  }
}
