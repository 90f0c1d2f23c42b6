import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { identityOf, isStillRunning } from './process-identity.mjs'
import { codeOf } from './problem.mjs'

/**
 * A child that a launcher started. Written beside the data, so that the next start can end what
 * a launcher killed with SIGKILL left behind, and nothing else.
 * @typedef {{ name: string, pid: number, identity: string, command: string, stopSignal: NodeJS.Signals, stopRank: number }} RunRecord
 */

/**
 * @param {string} runDir
 * @param {Omit<RunRecord, 'identity'>} child
 */
export function writeRunRecord(runDir, child) {
  const identity = identityOf(child.pid)
  // Already gone: there will be nothing to clean up.
  if (identity === null) return
  mkdirSync(runDir, { recursive: true })
  const path = recordPath(runDir, child.name)
  // A half-written record would hide a living child: rename is atomic.
  writeFileSync(`${path}.new`, JSON.stringify({ ...child, identity }))
  renameSync(`${path}.new`, path)
}

/**
 * @param {string} runDir
 * @param {string} name
 */
export function removeRunRecord(runDir, name) {
  rmSync(recordPath(runDir, name), { force: true })
}

/**
 * Children of an earlier launcher that are still running: same pid and same start time.
 * @param {string} runDir
 * @returns {RunRecord[]}
 */
export function listLeftovers(runDir) {
  return readRecords(runDir).filter((record) => isStillRunning(record.pid, record.identity))
}

/**
 * @param {string} runDir
 * @returns {RunRecord[]}
 */
function readRecords(runDir) {
  try {
    return readdirSync(runDir)
      .filter((file) => file.endsWith('.json'))
      .map((file) => /** @type {RunRecord} */ (JSON.parse(readFileSync(join(runDir, file), 'utf8'))))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

/**
 * @param {string} runDir
 * @param {string} name
 */
function recordPath(runDir, name) {
  return join(runDir, `${name}.json`)
}
