import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { answersOnPort } from './readiness.mjs'
import { startService } from './service.mjs'
import { stopRanks } from './stop-ranks.mjs'

/**
 * @param {import('./session.mjs').Session} session
 * @param {string} binary
 * @returns {Promise<string>} its URL
 */
export async function startRedis(session, binary) {
  const port = session.ports.REDIS_PORT
  const folder = join(session.home, 'redis')
  mkdirSync(folder, { recursive: true })
  await startService(session, {
    spec: {
      name: 'redis',
      command: binary,
      args: redisArguments({ port, folder, throwAway: session.throwAway }),
      cwd: folder,
      env: session.env,
      stopRank: stopRanks.redis,
    },
    isReady: answersOnPort(port, { send: 'PING\r\n', expect: /^\+PONG/ }),
    fixes: ['move .data/redis away if its files are damaged', 'set REDIS_URL in .env to a Redis of your own'],
  })
  return `redis://127.0.0.1:${port}`
}

/**
 * @param {{ port: number, folder: string, throwAway: boolean }} options
 * @returns {string[]}
 */
export function redisArguments({ port, folder, throwAway }) {
  return [
    ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--daemonize', 'no'],
    // Snapshots add nothing to the append-only file; a test's data is nobody's.
    ['--save', '', '--appendonly', throwAway ? 'no' : 'yes', '--appendfsync', 'everysec'],
    ['--maxmemory-policy', 'noeviction'],
  ].flat()
}
