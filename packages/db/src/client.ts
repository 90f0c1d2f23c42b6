import { PrismaPg } from '@prisma/adapter-pg'
import { createConnectionPool } from './connection-pool.ts'
import { PrismaClient, Prisma } from './generated/client.ts'
import { nameStatement } from './statement-names.ts'

export { Prisma }
export type { PrismaClient }
export type PrismaTransaction = Prisma.TransactionClient

export interface DatabaseOptions {
  url: string
  /** Connections of this process's pool. */
  poolSize: number
  applicationName: string
}

/** Statements are cut after 15 s and idle transactions after 10 s, so that a lost client never holds a lock for long. */
export function createPrismaClient(options: DatabaseOptions): PrismaClient {
  const pool = createConnectionPool({
    connectionString: options.url,
    max: options.poolSize,
    application_name: options.applicationName,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 10_000,
    connectionTimeoutMillis: 5_000,
    // The adapter writes instants without their zone; a server set to Asia/Shanghai would move each by eight hours.
    options: '-c TimeZone=UTC',
  })
  const adapter = new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: nameStatement })
  // Its usual format quotes the arguments of the call that failed, and those are what people wrote.
  return new PrismaClient({ adapter, errorFormat: 'minimal' })
}
