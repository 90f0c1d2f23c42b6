import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readOrEmpty } from './read-or-empty.mjs'
import { runCommand } from './run-command.mjs'

/** @param {string} root */
export function hasDependencies(root) {
  return existsSync(join(root, 'node_modules', '.package-lock.json'))
}

/**
 * `npm ci`, when node_modules is not what package-lock.json says.
 * @param {import('./session.mjs').Session} session
 * @param {{ onlyIfMissing?: boolean }} [options] leave an outdated node_modules to its owner
 */
export async function ensureDependencies(session, options = {}) {
  const lock = readOrEmpty(join(session.root, 'package-lock.json'))
  const installed = readOrEmpty(join(session.root, 'node_modules', '.package-lock.json'))
  const stampFile = join(session.root, 'node_modules', '.mozhou-lock')
  const stamp = createHash('sha256').update(lock).digest('hex')
  if (installed && (options.onlyIfMissing || readOrEmpty(stampFile) === stamp)) return
  if (!installed || !isInstalled(lock, installed)) {
    await session.reporter.step('npm ci', () =>
      runCommand(session, {
        name: 'npm-ci',
        command: 'npm',
        // NODE_ENV=production in .env must not drop the tools that build and check.
        args: ['ci', '--include=dev', '--no-audit', '--no-fund'],
        cwd: session.root,
        env: session.env,
        fixes: ['see that npm reaches its registry: npm ping', 'rm -rf node_modules and start again'],
      }),
    )
  }
  if (existsSync(join(session.root, 'node_modules'))) writeFileSync(stampFile, stamp)
}

/**
 * Whether what npm says it installed is what the lock asks for; packages for other platforms may be absent.
 * Saves a developer who ran `npm install` a second installation.
 * @param {string} lockText package-lock.json
 * @param {string} installedText node_modules/.package-lock.json
 */
export function isInstalled(lockText, installedText) {
  /** @typedef {{ version?: string, integrity?: string, resolved?: string, optional?: boolean, link?: boolean, peer?: boolean }} Entry */
  /** @type {Record<string, Entry>} */
  const wanted = JSON.parse(lockText).packages ?? {}
  /** @type {Record<string, Entry>} */
  const present = JSON.parse(installedText).packages ?? {}
  const identity = (/** @type {Entry} */ entry) =>
    entry.link ? `link:${entry.resolved}` : `${entry.version} ${entry.integrity}`
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes('node_modules/')) continue
    const found = present[path]
    if (found ? identity(found) !== identity(entry) : !entry.optional) return false
  }
  return Object.keys(present).every((path) => !path.includes('node_modules/') || path in wanted)
}
