import { setTimeout } from 'node:timers/promises'
import { Interrupted } from './problem.mjs'

/**
 * @param {number} ms
 * @param {AbortSignal} [signal] ends the sleep with `Interrupted`
 */
export async function sleep(ms, signal) {
  try {
    await setTimeout(ms, undefined, { signal })
  } catch {
    // Only an abort rejects here.
    throw new Interrupted()
  }
}
