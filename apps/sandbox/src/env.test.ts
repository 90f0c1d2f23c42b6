import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { EnvRefused, readEnv } from './env.ts'

it('has a working default for everything', () => {
  expect(readEnv({})).toEqual({
    port: 3200,
    smtpPort: null,
    host: '127.0.0.1',
    chunkDelayMs: 25,
    firstByteMs: 120,
    slowFirstByteMs: 5000,
    slowTokensMs: 500,
    retryAfterMs: 1000,
    taskMs: 1500,
  })
})

it('names every wrong value', () => {
  const read = () => readEnv({ SANDBOX_PORT: 'http', SANDBOX_CHUNK_DELAY_MS: '-1' })
  expect(read).toThrow(EnvRefused)
  expect(read).toThrow(/SANDBOX_PORT[\s\S]*SANDBOX_CHUNK_DELAY_MS/)
})

it('refuses production', () => {
  expect(() => readEnv({ NODE_ENV: 'production' })).toThrow(/refuses to start/)
})

const main = fileURLToPath(new URL('main.ts', import.meta.url))

function run(env: Record<string, string>) {
  const child = spawn(process.execPath, [main], { env })
  const output = { text: '' }
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output.text += text
    })
  }
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, output, exit }
}

it('the process does not start in production and says why', async () => {
  const { output, exit } = run({ NODE_ENV: 'production' })
  expect(await exit).toBe(1)
  expect(output.text).toContain('refuses to start')
})

it('the process prints its address, lives, and ends on SIGTERM', async () => {
  const { child, output, exit } = run({ SANDBOX_PORT: '0' })
  while (!output.text.includes('\n')) await once(child.stdout, 'data')
  const { address } = JSON.parse(output.text.split('\n', 1)[0] ?? '') as { address: string }
  expect(await (await fetch(`${address}/health/live`)).json()).toEqual({ ok: true })
  child.kill('SIGTERM')
  expect(await exit).toBe(0)
})
