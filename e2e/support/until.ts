import { setTimeout as pause } from 'node:timers/promises'
import { slowness } from './env.ts'

const everyMs = 20

/**
 * Asks again until `question` gives something, at most `timeoutMs` of a machine of usual speed. A question that throws counts as no answer yet: the part it
 * asks may be the one that was just killed.
 * @throws Error naming what was awaited and the last error
 */
export async function until<T>(
  what: string,
  question: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  timeoutMs = 30_000,
): Promise<T> {
  const patienceMs = timeoutMs * slowness()
  const deadline = Date.now() + patienceMs
  let cause: unknown
  do {
    try {
      const answer = await question()
      if (answer !== null && answer !== undefined && answer !== false) return answer
      cause = undefined
    } catch (error) {
      cause = error
    }
    await pause(everyMs)
  } while (Date.now() < deadline)
  const last = cause instanceof Error ? `; the last answer was: ${cause.message}` : ''
  throw new Error(`waited ${patienceMs} ms in vain until ${what}${last}`, { cause })
}
