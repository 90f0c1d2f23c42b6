import { expect, it } from 'vitest'
import { createLogger } from '../create-logger.ts'
import { outlasting } from './outlasting.ts'

const ctx = { log: createLogger({ name: 'test', level: 'silent' }) }
const away = () => new Error('timeout exceeded when trying to connect')

/** Fails with these, one after the other, then gives how often it was tried. */
function failing(...errors: Error[]): () => Promise<number> {
  let tries = 0
  return async () => {
    const error = errors[tries]
    tries += 1
    if (error) throw error
    return tries
  }
}

it('tries again while the database is away', async () => {
  await expect(outlasting(ctx, failing(away(), away()))).resolves.toBe(3)
})

it('throws whatever else is wrong at once', async () => {
  const wrong = new Error('no generation')
  await expect(outlasting(ctx, failing(wrong))).rejects.toBe(wrong)
})

it('does not go on for somebody who has left', async () => {
  const cause = away()
  await expect(outlasting(ctx, failing(cause), AbortSignal.abort())).rejects.toBe(cause)
})
