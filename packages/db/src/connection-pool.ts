import type { PoolClient, PoolConfig, QueryConfig, QueryResult } from 'pg'
import { DatabaseError, Pool } from 'pg'
import { answeredWithin } from './answered-within.ts'

/**
 * A pool that keeps a connection whose statement the server refused. pg's own gives up a connection with every error, and connecting
 * anew costs several times the statement: then a refusal (not enough credits, name taken) would be the dearest answer of all.
 * A connection that says nothing for `silenceMs` while a statement runs is broken off: its server is frozen or its line is cut, and
 * neither would ever say so.
 */
export function createConnectionPool(config: PoolConfig, silenceMs: number): Pool {
  const pool = new Pool(config)
  const open = new Set<PoolClient>()
  pool.on('connect', (client) => {
    open.add(client)
    boundStatements(client, silenceMs)
  })
  pool.on('remove', (client) => open.delete(client))
  const end = pool.end.bind(pool)
  return Object.assign(pool, {
    query: (statement: QueryConfig) => queryOnce(pool, statement),
    end: () => answeredWithin(goodbyeMs, end(), () => open.forEach(breakOff)).catch(ignore),
  })
}

/** A frozen server never says goodbye, and a process that is to end waits no longer than this. */
const goodbyeMs = 2_000

function breakOff(client: PoolClient): void {
  client.connection.stream.destroy()
}

/** Prisma's adapter asks for a promise each time, in transactions on the connection itself. */
function boundStatements(client: PoolClient, silenceMs: number): void {
  const send = (statement: QueryConfig): Promise<QueryResult> => bare(statement)
  const bare = client.query.bind(client)
  Object.assign(client, {
    query: (statement: QueryConfig) =>
      // What follows on this connection, a ROLLBACK for one, fails at once and waits for nothing.
      answeredWithin(silenceMs, send(statement), () => breakOff(client)),
  })
}

async function queryOnce(pool: Pool, statement: QueryConfig): Promise<QueryResult> {
  const client = await pool.connect()
  // A connection that breaks also fails its statement, which is where the error is told; unheard, the event would end the process.
  client.on('error', ignore)
  try {
    const result = await client.query(statement)
    giveBack()
    return result
  } catch (error) {
    giveBack(isRefusal(error) ? undefined : error)
    throw error
  }

  function giveBack(fault?: unknown): void {
    client.removeListener('error', ignore)
    client.release(fault === undefined ? undefined : toError(fault))
  }
}

function ignore(): void {
  // A statement's own rejection tells it; whoever ends does not care.
}

/** An ERROR ends the statement; FATAL and PANIC end the connection, and so does whatever is not the server's answer. */
function isRefusal(error: unknown): boolean {
  return error instanceof DatabaseError && error.severity === 'ERROR'
}

function toError(fault: unknown): Error {
  return fault instanceof Error ? fault : new Error(String(fault))
}
