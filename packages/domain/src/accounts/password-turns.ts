import { AppError } from '@mozhou/contracts/errors'
import { createTurns } from '../turns.ts'

/**
 * Work that hashes passwords, in turn. bcrypt takes a thread of the pool of four that files, name look-ups and compression use as well, for
 * a quarter of a second each (https://nodejs.org/api/cli.html#uv_threadpool_sizesize): two at a time leave room for everybody else.
 * Sixteen wait some two seconds; whoever comes later is better told so than kept.
 */
const turns = createTurns({
  atOnce: 2,
  queue: { mayWait: 16, refusal: () => new AppError('PASSWORD_CHECKS_BUSY', { retryAfterSeconds: 2 }) },
})

/** @throws AppError PASSWORD_CHECKS_BUSY, before anything was done, when too many wait already */
export const inPasswordTurn = turns.run
