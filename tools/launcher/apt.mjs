import { existsSync } from 'node:fs'
import { findExecutable } from './find-executable.mjs'
import { runCommand, tryCommand } from './run-command.mjs'

/**
 * Whether packages can be installed here: root on Debian, Ubuntu or a child of theirs.
 * @param {NodeJS.ProcessEnv} env
 */
export function canInstallPackages(env) {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && findExecutable(['apt-get'], env) !== null
}

/** Two steps may want packages at once; apt's own lock makes the second fail instead of wait. */
let queue = Promise.resolve('')

/**
 * @param {import('./session.mjs').Session} session
 * @param {string[]} packages
 */
export async function installPackages(session, packages) {
  const turn = queue.then(() => install(session, packages))
  // Whoever comes next must run, whether or not this one works out; this caller still sees the error.
  queue = turn.catch(() => '')
  return turn
}

/**
 * @param {import('./session.mjs').Session} session
 * @param {string[]} packages
 */
async function install(session, packages) {
  const common = {
    command: 'apt-get',
    cwd: '/',
    env: { ...session.env, DEBIAN_FRONTEND: 'noninteractive' },
    // Another apt (a machine's daily update) may hold the lock for a while.
    options: ['-y', '-q', '-o', 'DPkg::Lock::Timeout=180'],
  }
  await tryCommand(session, { ...common, name: `apt-update`, args: [...common.options, 'update'] })
  return runCommand(session, {
    ...common,
    name: `apt-${packages[0]}`,
    args: [...common.options, 'install', '--no-install-recommends', ...packages],
    fixes: [`apt-get install ${packages.join(' ')}`],
  })
}
