import { AppError } from '@mozhou/contracts/errors'
import { createTurnsByKey } from '@mozhou/domain/turns'

/**
 * Files of one person that are taken in at once, and those that may wait: nothing of them is read meanwhile, so that a folder sent all at once
 * is taken whole. Only what no person sends is refused.
 */
const turns = { atOnce: 3, mayWait: 200 }

/** @throws AppError FILES_BUSY when too many of a person's uploads wait already */
export const createUploadTurns = () =>
  createTurnsByKey({
    atOnce: turns.atOnce,
    queue: { mayWait: turns.mayWait, refusal: () => new AppError('FILES_BUSY', { retryAfterSeconds: 10 }) },
  })
