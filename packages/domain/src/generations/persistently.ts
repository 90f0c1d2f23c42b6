import { setTimeout as sleep } from 'node:timers/promises'
import type { DomainContext } from '../context.ts'
import { isDatabaseAway } from '../database-away.ts'
import { outlasting } from './outlasting.ts'

const pausesMs = [200, 500, 1_000, 2_000, 4_000, 8_000]

/** Repeats a database step, through an outage as long as that is outlasted, else about 15 s in all: a finished text is too dear to lose to a reconnect. */
export async function persistently<T>(ctx: Pick<DomainContext, 'log'>, step: () => Promise<T>): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await outlasting(ctx, step)
    } catch (cause) {
      if (isDatabaseAway(cause)) throw cause
      ctx.log.warn({ err: cause, pauseMs }, 'database step failed; trying again')
      await sleep(pauseMs)
    }
  }
  return step()
}
