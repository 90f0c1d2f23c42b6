import { createServer } from 'node:http'
import { once } from 'node:events'
import { collectDefaultMetrics, register } from 'prom-client'

/** `/health/live`, `/health/ready` and `/metrics` (Prometheus text format) of this process. */
export async function startProbes(options: {
  host: string
  port: number
  isReady(): boolean
}): Promise<{ close(): Promise<void> }> {
  collectDefaultMetrics({ prefix: 'mozhou_worker_' })
  const server = createServer((request, response) => {
    if (request.url === '/metrics') {
      void register
        .metrics()
        .then((text) => response.writeHead(200, { 'content-type': register.contentType }).end(text))
      return
    }
    const isReady = options.isReady()
    const isOk = request.url === '/health/live' || (request.url === '/health/ready' && isReady)
    response.writeHead(isOk ? 200 : request.url === '/health/ready' ? 503 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ ok: isOk }))
  })
  server.listen(options.port, options.host)
  await once(server, 'listening')
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
