import { once } from 'node:events'
import { createServer } from 'node:net'
import type { TelemetryOptions } from '@temporalio/worker'

const readTimeoutMs = 2_000

export interface SdkMetrics {
  telemetryOptions: TelemetryOptions
  /** Prometheus text; null when the SDK's exporter does not answer. */
  read(): Promise<string | null>
}

/**
 * The SDK's core serves its metrics on an address of its own and cannot hand them to us otherwise than as an unfinished API. It gets
 * a free port that only this machine reaches, and the worker's `/metrics` passes on what it says: one address to scrape, and none to set.
 */
export async function createSdkMetrics(): Promise<SdkMetrics> {
  const bindAddress = `127.0.0.1:${await freePort()}`
  return {
    telemetryOptions: {
      metrics: {
        prometheus: { bindAddress, countersTotalSuffix: true, unitSuffix: true, useSecondsForDurations: true },
      },
    },
    async read() {
      const signal = AbortSignal.timeout(readTimeoutMs)
      const answer = await fetch(`http://${bindAddress}/metrics`, { signal }).catch(() => null)
      return answer?.ok ? answer.text() : null
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('a listening server has no port')
  return address.port
}
