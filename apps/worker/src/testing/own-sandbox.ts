import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export interface OwnSandbox {
  url: string
  close(): Promise<void>
}

/** A sandbox of one's own: its faults meet the calls of this file alone, however many files run beside it. */
export async function startOwnSandbox(): Promise<OwnSandbox> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const main = fileURLToPath(new URL('../../../sandbox/src/main.ts', import.meta.url))
  const child = spawn(process.execPath, [main], {
    env: {
      SANDBOX_PORT: String(port),
      SANDBOX_FIRST_BYTE_MS: '10',
      SANDBOX_CHUNK_DELAY_MS: '5',
      SANDBOX_TASK_MS: '200',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit')
  const deadline = Date.now() + 30_000
  while (!(await isAlive(url))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error('the sandbox did not start')
    await pause(50)
  }
  return {
    url,
    async close() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function isAlive(url: string): Promise<boolean> {
  return fetch(`${url}/health/live`).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
