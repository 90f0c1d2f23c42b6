import { createServer } from 'node:http'
import { once } from 'node:events'
import { collectDefaultMetrics, Gauge, register } from 'prom-client'

export interface ProbeOptions {
  host: string
  port: number
  /** Told with every answer: which part of the work this process is ready for. */
  queues: readonly string[]
  isReady(): boolean
  /** The Temporal SDK's own metrics; null when they cannot be had. */
  readSdkMetrics(): Promise<string | null>
}

/** `/health/live`, `/health/ready` and `/metrics` (Prometheus text format) of this process. Gives the port it listens on. */
export async function startProbes(options: ProbeOptions): Promise<{ port: number; close(): Promise<void> }> {
  collectDefaultMetrics({ prefix: 'mozhou_worker_' })
  const sdkUp = new Gauge({
    name: 'mozhou_worker_sdk_metrics_up',
    help: '1 when the metrics of the Temporal SDK are part of this answer',
  })
  const readMetrics = async () => {
    const sdk = await options.readSdkMetrics()
    sdkUp.set(sdk === null ? 0 : 1)
    return `${await register.metrics()}${sdk ?? ''}`
  }
  const server = createServer((request, response) => {
    if (request.url === '/metrics') {
      void readMetrics().then((text) => response.writeHead(200, { 'content-type': register.contentType }).end(text))
      return
    }
    const isOk = request.url === '/health/live' || (request.url === '/health/ready' && options.isReady())
    response.writeHead(isOk ? 200 : request.url === '/health/ready' ? 503 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ ok: isOk, queues: options.queues }))
  })
  server.listen(options.port, options.host)
  await once(server, 'listening')
  const address = server.address()
  return {
    port: address !== null && typeof address === 'object' ? address.port : options.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
