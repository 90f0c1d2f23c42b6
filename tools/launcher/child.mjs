import { spawn } from 'node:child_process'
import { closeSync } from 'node:fs'
import { join } from 'node:path'
import { followLog, openLog, tailOfLog } from './log-file.mjs'
import { removeRunRecord, writeRunRecord } from './run-record.mjs'
import { stopGroup } from './stop-group.mjs'
import { Problem } from './problem.mjs'

/**
 * @typedef {object} ChildSpec
 * @property {string} name also names its log and its run record
 * @property {string} command
 * @property {string[]} args
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {{ uid: number, gid: number } | undefined} [user] run as this user (root only)
 * @property {NodeJS.Signals} [stopSignal] SIGTERM unless the program wants another
 * @property {number} [graceMs] time between the polite signal and SIGKILL
 * @property {number} [stopRank] higher ranks are stopped first
 * @property {'log' | 'plain' | 'prefixed'} [output] to the log unless said: `plain` goes straight to the terminal instead,
 * `prefixed` is in the log and is told line by line under the name of the child
 * @property {string} [input] its standard input
 */

/** @typedef {Pick<import('./session.mjs').Session, 'runDir' | 'logDir' | 'verbose' | 'reporter'>} Place */
/** @typedef {{ code: number | null, signal: NodeJS.Signals | null }} Exit */

/**
 * @typedef {object} Child
 * @property {ChildSpec} spec
 * @property {number} pid
 * @property {string} logFile
 * @property {Promise<Exit>} exited
 * @property {() => Exit | null} exit null while it runs
 * @property {() => Promise<'polite' | 'killed'>} stop
 */

/**
 * Starts a program in a process group of its own (a terminal's Ctrl-C must reach the launcher
 * only, which then ends the children in order) and records it.
 * @param {Place} place
 * @param {ChildSpec} spec
 * @returns {Promise<Child>}
 */
export async function startChild(place, spec) {
  const logFile = join(place.logDir, `${spec.name}.log`)
  const log = openLog(logFile)
  const child = spawn(spec.command, spec.args, {
    cwd: spec.cwd,
    env: spec.env,
    detached: true,
    stdio: [
      spec.input ? 'pipe' : 'ignore',
      ...(spec.output === 'plain' ? /** @type {const} */ (['inherit', 'inherit']) : [log, log]),
    ],
    ...spec.user,
  })
  closeSync(log)
  child.stdin?.on('error', () => child.stdin?.destroy())
  child.stdin?.end(spec.input)
  const isTold = spec.output === 'prefixed' || (place.verbose && spec.output !== 'plain')
  const stopFollowing = isTold ? followLog(spec.name, logFile, place.reporter.say) : () => {}
  /** @type {Exit | null} */
  let exit = null
  /** @type {Promise<Exit>} */
  const exited = new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      exit = { code, signal }
      stopFollowing()
      removeRunRecord(place.runDir, spec.name)
      resolve(exit)
    })
  })
  const pid = await pidOf(child, spec)
  const stopSignal = spec.stopSignal ?? 'SIGTERM'
  const command = [spec.command, ...spec.args].join(' ')
  if (!exit) writeRunRecord(place.runDir, { name: spec.name, pid, command, stopSignal, stopRank: spec.stopRank ?? 0 })
  return {
    spec,
    pid,
    logFile,
    exited,
    exit: () => exit,
    stop: () => stopGroup({ pid, signal: stopSignal, graceMs: spec.graceMs ?? 5000, isGone: () => exit !== null }),
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {ChildSpec} spec
 * @returns {Promise<number>}
 */
function pidOf(child, spec) {
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => {
      reject(new Problem(`${spec.name} could not be started: ${spec.command}`, { why: cause.message, cause }))
    })
    if (child.pid !== undefined) resolve(child.pid)
  })
}

/**
 * @param {Exit} exit
 */
export function describeExit(exit) {
  return exit.signal ? `was ended by ${exit.signal}` : `exited with code ${exit.code}`
}

/**
 * @param {Child} child
 * @param {string[]} fixes
 */
export function diedEarly(child, fixes) {
  const exit = child.exit() ?? { code: null, signal: null }
  return new Problem(`${child.spec.name} ${describeExit(exit)} before it was ready`, {
    why: `its last log lines follow; the whole log is ${child.logFile}`,
    fixes,
    log: tailOfLog(child.logFile),
  })
}
