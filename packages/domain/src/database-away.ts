import { z } from 'zod'

/** As @prisma/adapter-pg 7.10 names them. */
const adapterKinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'])
/**
 * What passes without a change of ours (https://www.postgresql.org/docs/18/errcodes-appendix.html): shutting down, crashed, starting up; no
 * connection, memory or disk left; a disk that fails; a standby or a database that takes no writes; a statement, a lock or a transaction that took too long.
 */
const sqlStates = new Set('57P01 57P02 57P03 53000 53100 53200 53300 58000 58030 25006 25P03 55P03 57014'.split(' '))
/** Prisma waited in vain for a connection or for the start of a transaction. */
const prismaCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'])
/** pg gives these plain errors, with nothing but their words to know them by. */
const driverMessages = new Set([
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Connection terminated due to connection timeout',
  'Connection terminated unexpectedly',
  'Connection terminated',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
])

const told = z.object({
  code: z.unknown().optional(),
  meta: z
    .object({
      driverAdapterError: z.object({ cause: z.object({ kind: z.unknown().optional(), code: z.unknown().optional() }) }),
    })
    .optional()
    .catch(undefined),
})

/** The database is away, not wrong: the same may succeed soon. By shape: these errors have no class in common. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (driverMessages.has(error.message)) return true
  const { code, meta } = told.safeParse(error).data ?? {}
  const cause = meta?.driverAdapterError.cause
  return adapterKinds.has(String(cause?.kind)) || sqlStates.has(String(cause?.code)) || prismaCodes.has(String(code))
}
