import { AppError } from '@mozhou/contracts/errors'
import { createTurnsByKey } from '@mozhou/domain/turns'

/**
 * One person's calls at once in this process. Each takes a database connection now and then, and a burst of theirs must leave most of the pool
 * to others; a page of ours asks for fewer.
 */
const atOnce = 8
/** What a person's own script may pile up before it is told to slow down. */
const mayWait = 500

export type PersonTurns = ReturnType<typeof createPersonTurns>

/**
 * Who has as many generations under way as they may hears it once from the database; what they sent at the same moment and waits here is
 * answered so as well.
 * @throws AppError RATE_LIMITED when too many of a person's calls wait already.
 */
export function createPersonTurns() {
  return createTurnsByKey({
    atOnce,
    queue: { mayWait, refusal: () => new AppError('RATE_LIMITED', { retryAfterSeconds: 1 }) },
    isAnswerForAll: (error) => error instanceof AppError && error.code === 'CONCURRENCY_LIMIT',
  })
}
