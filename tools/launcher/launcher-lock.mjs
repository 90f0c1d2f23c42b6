import { linkSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, Problem } from './problem.mjs'
import { identityOf, isStillRunning } from './process-identity.mjs'
import { readOrEmpty } from './read-or-empty.mjs'

/** @param {string} home */
const lockFile = (home) => join(home, 'launcher.lock')

/**
 * One launcher per data folder. The lock of a launcher that is gone is taken over.
 * @param {string} home
 */
export function acquireLock(home) {
  for (let attempt = 0; attempt < 3; attempt++) {
    if (tryLock(home)) return
    const owner = lockOwner(home)
    if (owner) throw alreadyRunning(owner)
    rmSync(lockFile(home), { force: true })
  }
  throw new Problem('several starts at the same moment', { fixes: ['start again'] })
}

/**
 * @param {string} home
 * @returns {boolean} false when there is a lock
 */
function tryLock(home) {
  const mine = `${lockFile(home)}.${process.pid}`
  try {
    // A link appears with its content, so that nobody reads a lock that is still empty and takes it over.
    writeFileSync(mine, JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) }))
    linkSync(mine, lockFile(home))
    return true
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false
    throw new Problem(`${lockFile(home)} cannot be written`, {
      why: String(cause),
      fixes: [`sudo chown -R "$(id -un)" "${home}"`],
      cause,
    })
  } finally {
    rmSync(mine, { force: true })
  }
}

/** @param {number} pid */
function alreadyRunning(pid) {
  return new Problem(`this clone is already running (npm start, pid ${pid})`, {
    fixes: ['use the one that runs', `end it: kill ${pid}`],
  })
}

/**
 * @param {string} home
 * @returns {number | null} the pid of the launcher that holds the lock, if it lives
 */
export function lockOwner(home) {
  const text = readOrEmpty(lockFile(home))
  try {
    const { pid, identity } = JSON.parse(text)
    return isStillRunning(pid, identity) ? pid : null
  } catch {
    // Cut short by a full disk or a kill: nobody holds it.
    return null
  }
}

/** @param {string} home */
export function releaseLock(home) {
  rmSync(lockFile(home), { force: true })
}
