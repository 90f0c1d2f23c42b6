import { hasLivingMember } from './process-identity.mjs'
import { sleep } from './sleep.mjs'
import { codeOf } from './problem.mjs'

/**
 * Ends a process that leads its own group: a polite signal to the leader, then SIGKILL to the
 * whole group after the grace period. Members that outlive their leader are ended too.
 * @param {{ pid: number, signal: NodeJS.Signals, graceMs: number, isGone: () => boolean }} target
 * @returns {Promise<'polite' | 'killed'>}
 */
export async function stopGroup({ pid, signal, graceMs, isGone }) {
  send(pid, signal)
  const leaderLeft = await waitUntil(isGone, graceMs)
  if (leaderLeft) {
    // Helpers of the leader (esbuild, turbo's tasks) usually follow at once.
    send(-pid, 'SIGTERM')
    if (await waitUntil(() => !send(-pid, 0) || !hasLivingMember(pid), 2000)) return 'polite'
  }
  send(-pid, 'SIGKILL')
  await waitUntil(isGone, 5000)
  return leaderLeft ? 'polite' : 'killed'
}

/**
 * @param {number} pid negative for a group
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} false when there is nobody to receive it
 */
function send(pid, signal) {
  try {
    process.kill(pid, signal)
    return true
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false
    // macOS answers EPERM for a group that holds nothing but zombies.
    if (codeOf(error) === 'EPERM') return false
    throw error
  }
}

/**
 * @param {() => boolean} condition
 * @param {number} timeoutMs
 */
async function waitUntil(condition, timeoutMs) {
  const deadline = Date.now() + timeoutMs
  while (!condition()) {
    if (Date.now() > deadline) return false
    await sleep(25)
  }
  return true
}
