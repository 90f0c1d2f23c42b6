import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/**
 * What tells a process from a later one that got the same pid: its start time.
 * Linux reads /proc (ticks since boot, with the boot's id); elsewhere `ps` (whole seconds).
 * @param {number} pid
 * @returns {string | null} null when there is no such process
 */
export function identityOf(pid) {
  if (process.platform === 'linux') {
    const fields = statFields(pid)
    // A zombie holds no ports and no files: whoever started it has yet to collect it.
    if (!fields || fields[0] === 'Z') return null
    return `${bootId()}:${fields[19]}`
  }
  const ps = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return ps.status === 0 && ps.stdout.trim() ? ps.stdout.trim() : null
}

/**
 * The fields of /proc/<pid>/stat after the command, which may itself hold spaces and brackets.
 * @param {number} pid
 */
function statFields(pid) {
  const stat = readOrNull(`/proc/${pid}/stat`)
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/**
 * The letter of what a process does: R runs, S sleeps, D waits for a disk, T is stopped.
 * @param {number} pid
 * @returns {string | null} null when it is gone, or where there is no /proc
 */
export function stateOf(pid) {
  return statFields(pid)?.[0] ?? null
}

/**
 * Whether a process group still has somebody in it. A group of zombies accepts signals too: those
 * whose parent died wait for process 1, and in a container that may be a program that never collects.
 * @param {number} group
 */
export function hasLivingMember(group) {
  if (process.platform !== 'linux') return true
  return readdirSync('/proc').some((entry) => {
    const fields = /^\d+$/.test(entry) ? statFields(Number(entry)) : null
    return fields !== null && fields[0] !== 'Z' && Number(fields[2]) === group
  })
}

function bootId() {
  return (readOrNull('/proc/sys/kernel/random/boot_id') ?? '').trim().slice(0, 8)
}

/** @param {string} path */
function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process ended between the question and the answer, or this kernel hides it.
    return null
  }
}

/**
 * @param {number} pid
 * @param {string} identity what `identityOf` said when the process was started
 */
export function isStillRunning(pid, identity) {
  return identityOf(pid) === identity
}

/**
 * @param {number} pid
 * @returns {string} the command line, '' when unknown
 */
export function commandLineOf(pid) {
  if (process.platform === 'linux') return (readOrNull(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ').trim()
  const ps = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  return ps.status === 0 ? ps.stdout.trim() : ''
}
