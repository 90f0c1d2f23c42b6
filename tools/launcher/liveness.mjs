import { stateOf } from './process-identity.mjs'
import { Interrupted } from './problem.mjs'
import { sleep } from './sleep.mjs'

/**
 * A process that takes connections and answers none is stuck; one that takes none is starting or ending, which its exit tells.
 * @typedef {'answers' | 'silent' | 'absent'} Sign
 */

/**
 * @typedef {object} Liveness
 * @property {() => Promise<Sign>} ask
 * @property {number} everyMs
 * @property {number} silences in a row that are one too many
 */

/**
 * @param {string} url whatever it answers is an answer
 * @param {NodeJS.ProcessEnv} env
 * @returns {Liveness | undefined} nothing under a debugger: who stands at a breakpoint is not stuck
 */
export function livenessOf(url, env) {
  if (env.NODE_OPTIONS?.includes('--inspect')) return undefined
  return { ask: () => askOver(url, patienceMs), everyMs: 5000, silences: 3 }
}

const patienceMs = 5000

/**
 * @param {string} url
 * @param {number} limitMs
 * @returns {Promise<Sign>}
 */
export async function askOver(url, limitMs) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(limitMs) })
    await response.arrayBuffer()
    return 'answers'
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'silent' : 'absent'
  }
}

/**
 * Ends a child that has fallen silent, with its whole group; whoever keeps it up starts it again.
 * @param {Pick<import('./session.mjs').Session, 'signal' | 'reporter'>} session
 * @param {import('./child.mjs').Child} child
 * @param {Liveness} liveness
 */
export async function watchLiveness({ signal, reporter }, child, { ask, everyMs, silences }) {
  let silent = 0
  let since = Date.now()
  while (child.exit() === null && !signal.aborted) {
    if ((await ask()) === 'silent') silent += 1
    else {
      silent = 0
      since = Date.now()
    }
    if (child.exit() !== null || signal.aborted) return
    if (silent >= silences) {
      const doing = doings[stateOf(child.pid) ?? ''] ?? 'it waits for something'
      reporter.say(
        `! ${child.spec.name} has not answered for ${Math.round((Date.now() - since) / 1000)} s (${doing}): it is ended and started again`,
      )
      process.kill(-child.pid, 'SIGKILL')
      return
    }
    await sleep(everyMs, signal).catch((error) => {
      if (!(error instanceof Interrupted)) throw error
    })
  }
}

/** @type {Record<string, string>} states of /proc/<pid>/stat */
const doings = { T: 'it was stopped by a signal', t: 'a debugger holds it', R: 'it computes', D: 'it waits for a disk' }
