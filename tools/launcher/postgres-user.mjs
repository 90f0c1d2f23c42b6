import { spawnSync } from 'node:child_process'
import { findExecutable } from './find-executable.mjs'
import { Problem } from './problem.mjs'

/**
 * PostgreSQL refuses to run as root: root starts it as the system user `postgres`.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ uid: number, gid: number } | undefined} undefined: the user who runs the launcher
 */
export function postgresUser(env) {
  if (process.getuid?.() !== 0) return undefined
  const known = lookUp()
  if (known) return known
  const useradd = findExecutable(['useradd'], { PATH: `${env.PATH ?? ''}:/usr/sbin:/sbin` })
  if (useradd) {
    spawnSync(useradd, ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
  }
  const made = lookUp()
  if (made) return made
  throw new Problem('PostgreSQL does not run as root, and the system user postgres could not be made', {
    fixes: [
      'useradd --system postgres, then start again',
      'run npm start as an ordinary user',
      'set DATABASE_URL in .env',
    ],
  })
}

function lookUp() {
  const uid = spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' })
  const gid = spawnSync('id', ['-g', 'postgres'], { encoding: 'utf8' })
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null
}
