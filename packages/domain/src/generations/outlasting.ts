import { setTimeout as sleep } from 'node:timers/promises'
import type { DomainContext } from '../context.ts'
import { isDatabaseAway } from '../database-away.ts'

const longestMs = 300_000
const firstPauseMs = 200
const longestPauseMs = 5_000

/**
 * Repeats a database step while the database is away, five minutes at most; any other error is thrown at once. A model must not be given up because our
 * own database restarts: the next one would not fare better, and the person would be told that nobody could write.
 */
export async function outlasting<T>(
  ctx: Pick<DomainContext, 'log'>,
  step: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const giveUpAt = performance.now() + longestMs
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    try {
      return await step()
    } catch (cause) {
      if (!isDatabaseAway(cause) || performance.now() > giveUpAt || signal?.aborted === true) throw cause
      ctx.log.warn({ err: cause, pauseMs }, 'the database is away; trying again')
      // A process that ends does not wait for it.
      await sleep(pauseMs, undefined, { ref: false })
    }
  }
}
