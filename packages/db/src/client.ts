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
  /** What a statement may take before its server counts as frozen; the product's limit unless a test needs longer. */
  silenceMs?: number
}

/**
 * The server cuts statements and idle transactions, so that a lost client never holds a lock for long; this side gives up a moment later
 * on a server that does not even do that.
 */
export const databaseLimits = {
  connectMs: 5_000,
  statementMs: 15_000,
  silenceMs: 17_000,
  idleInTransactionMs: 10_000,
}

export function createPrismaClient(options: DatabaseOptions): PrismaClient {
  const config = {
    connectionString: options.url,
    max: options.poolSize,
    application_name: options.applicationName,
    statement_timeout: databaseLimits.statementMs,
    idle_in_transaction_session_timeout: databaseLimits.idleInTransactionMs,
    connectionTimeoutMillis: databaseLimits.connectMs,
    // The adapter writes instants without their zone; a server set to Asia/Shanghai would move each by eight hours.
    options: '-c TimeZone=UTC',
  }
  const pool = createConnectionPool(config, options.silenceMs ?? databaseLimits.silenceMs)
  const adapter = new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: nameStatement })
  // Its usual format quotes the arguments of the call that failed, and those are what people wrote.
  return new PrismaClient({ adapter, errorFormat: 'minimal' })
}
