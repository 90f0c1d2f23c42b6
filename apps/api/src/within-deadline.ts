import { AppError } from '@mozhou/contracts/errors'

const retryAfterSeconds = 5

/**
 * Runs `work` when `inTurn` lets it, and refuses after `limitMs`, whatever holds it up: its turn, the database, or both. What has begun goes on
 * behind the refusal, as it does when a line is cut; what has not begun never does.
 * @throws AppError SERVICE_UNAVAILABLE
 */
export function withinDeadline<T>(
  limitMs: number,
  inTurn: <R>(work: () => Promise<R>) => Promise<R>,
  work: () => Promise<T>,
): Promise<T> {
  let isOver = false
  const refusal = () =>
    new AppError('SERVICE_UNAVAILABLE', { retryAfterSeconds }, { cause: new Error(`no answer within ${limitMs} ms`) })
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      isOver = true
      reject(refusal())
    }, limitMs)
    inTurn(() => (isOver ? Promise.reject(refusal()) : work()))
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}
