import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './run-command.mjs'
import { stopRanks } from './stop-ranks.mjs'

/** @typedef {import('./session.mjs').Session} Session */

/** @param {string} root */
const clientStamp = (root) => join(root, 'node_modules', '.mozhou-prisma')

/** @param {string} root */
function clientHash(root) {
  const database = join(root, 'packages', 'db')
  return hashOf([
    join(database, 'prisma', 'schema'),
    join(database, 'package.json'),
    join(database, 'prisma.config.ts'),
    join(database, 'src', 'generate.ts'),
  ])
}

/**
 * Whether Prisma's client is there and was made from this very schema.
 * @param {string} root
 */
export function isClientMade(root) {
  const stamp = clientStamp(root)
  return (
    existsSync(join(root, 'packages', 'db', 'src', 'generated')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === clientHash(root)
  )
}

/**
 * Prisma's client from its schema.
 * @param {Session} session
 */
export async function generateClient(session) {
  if (isClientMade(session.root)) return
  await session.reporter.step('database client (prisma generate)', () =>
    runNode(session, 'db-generate', join('packages', 'db', 'src', 'generate.ts'), ['mend packages/db/prisma/schema']),
  )
  writeFileSync(clientStamp(session.root), clientHash(session.root))
}

/** @param {Session} session */
export function migrate(session) {
  return session.reporter.step('migrations', () =>
    runNode(session, 'db-migrate', join('packages', 'db', 'src', 'migrate.ts'), [
      'mend the migration that the log names',
      'move .data/postgres away to begin with an empty database',
    ]),
  )
}

/**
 * @typedef {{ account: string, username: string, password: string, app: string }} DemoAccount
 */

/**
 * @param {Session} session
 * @returns {Promise<DemoAccount[]>}
 */
export function seed(session) {
  return session.reporter.step('seed data', async () =>
    demoAccounts(
      await runNode(session, 'db-seed', join('packages', 'domain', 'src', 'seed', 'main.ts'), [
        'mend what the log names',
      ]),
    ),
  )
}

/**
 * The lines of the seed's output that tell of an account.
 * @param {string} output
 * @returns {DemoAccount[]}
 */
export function demoAccounts(output) {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{"account":'))
    .map((line) => JSON.parse(line))
}

/**
 * The workflow bundle and both apps; turbo skips what did not change.
 * @param {Session} session
 * @param {{ only?: string }} [options] one workspace
 */
export function build(session, options = {}) {
  const filter = options.only ? [`--filter=${options.only}`] : []
  return session.reporter.step('build', () =>
    runCommand(session, {
      name: 'build',
      command: 'npm',
      args: ['run', '--silent', 'build', ...(filter.length > 0 ? ['--', ...filter] : [])],
      cwd: session.root,
      // Vite would build a development bundle under development's NODE_ENV.
      env: { ...session.env, NODE_ENV: 'production' },
      stopRank: stopRanks.command,
      fixes: ['mend what the log names'],
    }),
  )
}

/**
 * One of our programs with the session's environment alone: npm's own script would add what `.env` says to a throw-away run.
 * @param {Session} session
 * @param {string} name
 * @param {string} file
 * @param {string[]} fixes
 */
function runNode(session, name, file, fixes) {
  return runCommand(session, {
    name,
    command: 'node',
    args: [file],
    cwd: session.root,
    env: session.env,
    stopRank: stopRanks.command,
    fixes,
  })
}

/**
 * @param {string[]} paths files and folders; those that do not exist count as empty
 * @returns {string}
 */
export function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesUnder)) hash.update(path).update(readFileSync(path))
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((entry) => filesUnder(join(path, entry)))
}
