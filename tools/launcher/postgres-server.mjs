import { createHash } from 'node:crypto'
import { chownSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { initialiseCluster } from './postgres-cluster.mjs'
import { binariesFor, canUse, findPostgresBinaries } from './postgres-binaries.mjs'
import { postgresUser } from './postgres-user.mjs'
import { clearStalePid } from './postgres-stale-pid.mjs'
import { Problem } from './problem.mjs'
import { startService } from './service.mjs'
import { stopRanks } from './stop-ranks.mjs'

/**
 * @typedef {object} RunningPostgres
 * @property {string} url of the product's role and database
 * @property {string} adminUrl of the superuser; throw-away clusters only, '' otherwise
 * @property {string} binaries
 */

/**
 * Starts PostgreSQL from npm's binaries on 127.0.0.1, making its data folder first when there is none.
 * @param {import('./session.mjs').Session} session
 * @param {(detail: string) => void} note
 * @returns {Promise<RunningPostgres>}
 */
export async function startPostgres(session, note) {
  const user = postgresUser(session.env)
  const shelter = shelterOf(session)
  const binaries = binariesFor(findPostgresBinaries(session.root), user, '/var/lib/mozhou')
  const data = dataFolder(session, user, shelter)
  const port = session.ports.POSTGRES_PORT
  const adminPassword = session.throwAway ? 'postgres' : ''
  if (!existsSync(join(data, 'PG_VERSION'))) {
    note('makes the data folder')
    await initialiseCluster(session, { binaries, data, user, adminPassword })
  }
  refuseOtherMajor(binaries, data)
  clearStalePid(data)
  note('')
  await startService(session, {
    spec: {
      name: 'postgres',
      command: join(binaries, 'postgres'),
      args: ['-D', data, ...settings(port, session.throwAway)],
      // Not the clone: the user postgres may not be able to enter it.
      cwd: data,
      env: { ...session.env, TZ: 'UTC', PGTZ: 'UTC' },
      user,
      // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave.
      stopSignal: 'SIGINT',
      graceMs: 15_000,
      stopRank: stopRanks.postgres,
    },
    isReady: async () => isReady(data),
    fixes: ['read the log; the data is in .data/postgres', 'set DATABASE_URL in .env to a PostgreSQL of your own'],
  })
  return {
    url: `postgresql://mozhou:mozhou@127.0.0.1:${port}/mozhou`,
    adminUrl: adminPassword && `postgresql://postgres:${adminPassword}@127.0.0.1:${port}/postgres`,
    binaries,
  }
}

/**
 * What a statement carries and what an error repeats of it is what people wrote; whoever sent it logs that it failed, without the
 * values. So ERROR lines and statements stay out of the server's log; LOG (slow statements, locks, checkpoints), FATAL and PANIC stay in.
 * docs/operations.md asks the same of production.
 */
const withoutPersonalData = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
}

/**
 * @param {number} port
 * @param {boolean} throwAway
 */
function settings(port, throwAway) {
  const values = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %q%d ',
    ...withoutPersonalData,
    ...(throwAway && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/**
 * The last line of postmaster.pid is what `pg_ctl -w` waits for.
 * @param {string} data
 */
function isReady(data) {
  const file = join(data, 'postmaster.pid')
  return existsSync(file) && readFileSync(file, 'utf8').split('\n')[7]?.trim() === 'ready'
}

/**
 * `.data/postgres`; where the user `postgres` cannot enter the clone (under /root), a link from
 * there to a folder that they can.
 * @param {import('./session.mjs').Session} session
 * @param {{ uid: number, gid: number } | undefined} user
 * @param {string} shelter
 */
function dataFolder(session, user, shelter) {
  const folder = join(session.home, 'postgres')
  const isLink = lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()
  if (!user || (!isLink && canUse(session.home, '-x', user))) return folder
  mkdirSync(shelter, { recursive: true, mode: 0o755 })
  chownSync(shelter, user.uid, user.gid)
  if (!isLink) {
    rmSync(folder, { recursive: true, force: true })
    symlinkSync(join(shelter, 'postgres'), folder)
  }
  return join(shelter, 'postgres')
}

/** @param {import('./session.mjs').Session} session */
function shelterOf(session) {
  const id = createHash('sha256').update(session.home).digest('hex').slice(0, 12)
  return session.throwAway ? join(tmpdir(), `mozhou-${id}`) : `/var/lib/mozhou/${id}`
}

/**
 * @param {string} binaries
 * @param {string} data
 */
function refuseOtherMajor(binaries, data) {
  const have = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  const control = readFileSync(join(dirname(binaries), 'share', 'postgresql', 'postgres.bki'), 'utf8').slice(0, 100)
  const want = /PostgreSQL (\d+)/.exec(control)?.[1]
  if (!want || want === have) return
  throw new Problem(`.data/postgres was made by PostgreSQL ${have}, the binaries are ${want}`, {
    fixes: [
      `dump it with PostgreSQL ${have} and restore it`,
      'move .data/postgres away to begin with an empty database',
    ],
  })
}
