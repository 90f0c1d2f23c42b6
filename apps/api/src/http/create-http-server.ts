import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'

/**
 * Longer than a proxy or a browser keeps an idle connection: whoever closes it first must not be us, or a request that was just sent on
 * it is lost (https://nodejs.org/api/http.html#serverkeepalivetimeout). Node's own 5 s are shorter than most.
 */
const keepAliveMs = 75_000

export function createHttpServer(handler: RequestListener): Server {
  const server = createServer(handler)
  server.keepAliveTimeout = keepAliveMs
  // Headers of the next request may begin when the time is nearly over.
  server.headersTimeout = keepAliveMs + 5_000
  return server
}
