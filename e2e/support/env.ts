import { childEnvironment } from '../../tools/launcher/child-environment.mjs'
import { readEnvFile } from '../../tools/launcher/env-file.mjs'
import { readPorts } from '../../tools/launcher/ports.mjs'

/** Programs that a private stack is made of; PostgreSQL is found as the launcher finds it. */
export interface TestPrograms {
  redis: string
  temporal: string
}

/** @throws Error that says what to do when the programs are not named */
export function testPrograms(): TestPrograms {
  return { redis: named('MOZHOU_TEST_REDIS_SERVER'), temporal: named('MOZHOU_TEST_TEMPORAL_BINARY') }
}

function named(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run npm test, or npm run stack and use the lines it prints.`)
  return value
}

export interface RunningStack {
  apiUrl: string
  sandboxUrl: string
  temporalAddress: string
  temporalNamespace: string
  temporalUiUrl: string
}

/** Where the stack of `npm start` listens: `.env` and the process environment, else the defaults. */
export function runningStack(): RunningStack {
  const env = childEnvironment(process.env, readEnvFile(new URL('../../.env', import.meta.url).pathname))
  const ports = readPorts(env)
  const at = (port: number) => `http://127.0.0.1:${port}`
  return {
    apiUrl: env['API_URL'] || at(ports.API_PORT),
    sandboxUrl: env['SANDBOX_URL'] || at(ports.SANDBOX_PORT),
    temporalAddress: env['TEMPORAL_ADDRESS'] || `127.0.0.1:${ports.TEMPORAL_PORT}`,
    temporalNamespace: env['TEMPORAL_NAMESPACE'] || 'default',
    temporalUiUrl: env['TEMPORAL_UI_URL'] || at(ports.TEMPORAL_UI_PORT),
  }
}

/** How many times its usual time a step may take on this machine: `npm test` has measured it. */
export function slowness(): number {
  return Math.max(1, Number(process.env['MOZHOU_TEST_SLOWNESS'] ?? 1))
}
