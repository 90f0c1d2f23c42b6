/** As @prisma/adapter-pg 7.10 names them. */
const adapterKinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'])
/** Shutting down, crashed, starting up, no connection left (https://www.postgresql.org/docs/18/errcodes-appendix.html). */
const sqlStates = new Set(['57P01', '57P02', '57P03', '53300'])
/** Prisma waited in vain for a connection or for the start of a transaction. */
const prismaCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'])
/** pg's pool gives these plain errors, with nothing but their words to know them by. */
const poolMessages = new Set(['timeout exceeded when trying to connect', 'Connection terminated unexpectedly'])

interface DatabaseError {
  code?: unknown
  meta?: { driverAdapterError?: { cause?: { kind?: unknown; code?: unknown } } }
}

/** The database is away, not wrong: the same request may succeed soon. By shape, because the API does not import Prisma. */
export function isDatabaseUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, meta } = error as DatabaseError
  const cause = meta?.driverAdapterError?.cause
  return (
    adapterKinds.has(String(cause?.kind)) ||
    sqlStates.has(String(cause?.code)) ||
    prismaCodes.has(String(code)) ||
    poolMessages.has(error.message)
  )
}
