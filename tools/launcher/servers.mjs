import { portNames } from './ports.mjs'
import { findRedis } from './redis-binary.mjs'
import { findTemporal } from './temporal-binary.mjs'
import { startPostgres } from './postgres-server.mjs'
import { startRedis } from './redis-server.mjs'
import { searchAttributeFlags, startTemporal } from './temporal-server.mjs'
import { shortPath } from './paths.mjs'
import { together } from './together.mjs'

/** @typedef {import('./session.mjs').Session} Session */

/**
 * @typedef {object} Servers
 * @property {string} adminUrl of PostgreSQL's superuser
 * @property {string} postgresBinaries
 * @property {string} redisBinary
 * @property {string} temporalBinary
 */

/**
 * The ports that this start listens on: not those of servers that a person brings.
 * @param {Session} session
 */
export function portsToOpen({ env }) {
  const brought = [
    ...(env.DATABASE_URL ? ['POSTGRES_PORT'] : []),
    ...(env.REDIS_URL ? ['REDIS_PORT'] : []),
    ...(env.TEMPORAL_ADDRESS ? ['TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'TEMPORAL_METRICS_PORT'] : []),
  ]
  return portNames.filter((name) => !brought.includes(name))
}

/**
 * PostgreSQL, Redis and Temporal on throw-away data.
 * @param {Session} session
 * @returns {Promise<Servers>}
 */
export async function startThrowAwayServers(session) {
  const [postgres, redisBinary, temporalBinary] = await together(session, [
    () => startPostgresOr(session),
    () => startRedisOr(session),
    () => startTemporalOr(session),
  ])
  return { adminUrl: postgres.adminUrl, postgresBinaries: postgres.binaries, redisBinary, temporalBinary }
}

/**
 * `DATABASE_URL`, or our own server.
 * @param {Session} session
 */
export function startPostgresOr(session) {
  return session.reporter.step('PostgreSQL', async (note) => {
    if (session.env.DATABASE_URL) {
      note('DATABASE_URL')
      return { adminUrl: '', binaries: '' }
    }
    const { url, adminUrl, binaries } = await startPostgres(session, note)
    note(`127.0.0.1:${session.ports.POSTGRES_PORT}`)
    session.env.DATABASE_URL = url
    return { adminUrl, binaries }
  })
}

/**
 * `REDIS_URL`, or our own server.
 * @param {Session} session
 * @returns {Promise<string>} its program, '' when it is a person's own
 */
export function startRedisOr(session) {
  return session.reporter.step('Redis', async (note) => {
    if (session.env.REDIS_URL) {
      note('REDIS_URL')
      return ''
    }
    const binary = await findRedis(session, note)
    note(`127.0.0.1:${session.ports.REDIS_PORT}, ${shortPath(binary)}`)
    session.env.REDIS_URL = await startRedis(session, binary)
    return binary
  })
}

/**
 * `TEMPORAL_ADDRESS`, or our own server.
 * @param {Session} session
 * @returns {Promise<string>} its program, '' when it is a person's own
 */
export function startTemporalOr(session) {
  return session.reporter.step('Temporal', async (note) => {
    if (session.env.TEMPORAL_ADDRESS) {
      note('TEMPORAL_ADDRESS')
      session.reporter.say(
        `! ${session.env.TEMPORAL_ADDRESS} needs our search attributes, once: temporal operator search-attribute create ${searchAttributeFlags().join(' ')}`,
      )
      return ''
    }
    const binary = await findTemporal(session, note)
    note(`127.0.0.1:${session.ports.TEMPORAL_PORT}, ${shortPath(binary)}`)
    session.env.TEMPORAL_ADDRESS = await startTemporal(session, binary)
    return binary
  })
}
