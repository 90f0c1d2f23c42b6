import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What the tests read: addresses of the throw-away servers, and the programs that kill tests start themselves.
 * @param {import('./session.mjs').Session} session
 * @param {import('./servers.mjs').Servers} servers
 * @returns {Record<string, string>}
 */
export function testEnvironment({ env, ports, home }, servers) {
  const traces = join(home, 'traces')
  mkdirSync(traces, { recursive: true })
  return {
    MOZHOU_TEST_TRACES: traces,
    MOZHOU_TEST_POSTGRES_URL: servers.adminUrl,
    MOZHOU_TEST_REDIS_URL: env.REDIS_URL ?? '',
    MOZHOU_TEST_TEMPORAL_ADDRESS: env.TEMPORAL_ADDRESS ?? '',
    MOZHOU_TEST_SANDBOX_URL: `http://127.0.0.1:${ports.SANDBOX_PORT}`,
    MOZHOU_TEST_POSTGRES_BIN: servers.postgresBinaries,
    MOZHOU_TEST_REDIS_SERVER: servers.redisBinary,
    MOZHOU_TEST_TEMPORAL_BINARY: servers.temporalBinary,
    ...(env.CHROMIUM_PATH && { CHROMIUM_PATH: env.CHROMIUM_PATH }),
  }
}
