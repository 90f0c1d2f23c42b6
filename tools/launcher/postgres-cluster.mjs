import { chownSync, existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './run-command.mjs'
import { stopRanks } from './stop-ranks.mjs'

/**
 * Makes a cluster with the role and database `mozhou`. It takes its name only when complete, so
 * an interrupted start leaves nothing that looks like data.
 * @param {import('./session.mjs').Session} session
 * @param {{ binaries: string, data: string, user: { uid: number, gid: number } | undefined, adminPassword: string }} cluster
 */
export async function initialiseCluster(session, { binaries, data, user, adminPassword }) {
  const unfinished = `${data}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  if (user) chownSync(unfinished, user.uid, user.gid)
  const common = { cwd: unfinished, env: { ...session.env, TZ: 'UTC' }, user, stopRank: stopRanks.command }
  const fixes = [
    `see that ${data} can be written and the disk is not full`,
    'set DATABASE_URL in .env to a PostgreSQL of your own',
  ]
  await runCommand(session, {
    ...common,
    name: 'postgres-init',
    command: join(binaries, 'initdb'),
    args: [
      ['--pgdata', unfinished, '--username', 'postgres', '--encoding', 'UTF8'],
      // The same order of text on every platform.
      ['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
      // No password for the superuser and no Unix socket: nobody logs in as it.
      ['--auth-local', 'peer', '--auth-host', 'scram-sha-256'],
      session.throwAway ? ['--no-sync'] : [],
    ].flat(),
    fixes,
  })
  await runCommand(session, {
    ...common,
    name: 'postgres-roles',
    command: join(binaries, 'postgres'),
    args: ['--single', '-D', unfinished, '-c', 'exit_on_error=true', '-c', 'log_checkpoints=off', 'postgres'],
    input: rolesSql(adminPassword),
    fixes,
  })
  // An empty folder makes way; anything else in it is not ours to delete.
  if (existsSync(data)) rmdirSync(data)
  renameSync(unfinished, data)
}

/**
 * One statement per line, as single-user mode reads them.
 * @param {string} adminPassword
 */
function rolesSql(adminPassword) {
  const lines = [
    // CREATEDB: authoring a migration compares schemas in a scratch database.
    `CREATE ROLE mozhou LOGIN CREATEDB PASSWORD 'mozhou'`,
    'CREATE DATABASE mozhou OWNER mozhou',
    ...(adminPassword ? [`ALTER ROLE postgres PASSWORD '${adminPassword}'`] : []),
  ]
  return lines.map((line) => `${line};\n`).join('')
}
