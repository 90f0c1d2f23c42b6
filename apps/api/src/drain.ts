import type { Server } from 'node:http'
import type { Logger } from 'pino'

const graceMs = 8_000

/** Takes no new connections, ends event streams, waits for what is under way; after 8 s cuts what is left. */
export async function drain(server: Server, input: { endEventStreams: () => void; log: Logger }): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  input.endEventStreams()
  // Again and again: a connection becomes idle when its last answer is out, and clients keep idle ones open.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => {
    input.log.warn('connections are cut: their requests did not end in time')
    server.closeAllConnections()
  }, graceMs)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}
