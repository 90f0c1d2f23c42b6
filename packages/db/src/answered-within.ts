/** A process that was itself stopped finds its timers due before it has read what came meanwhile. */
const readingMs = 100

/**
 * The answer, or after `limitMs` without one what a socket that timed out would say; `giveUp` is called then.
 * @throws Error with the code ETIMEDOUT
 */
export function answeredWithin<T>(limitMs: number, answer: Promise<T>, giveUp: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = () => {
      reject(new SilenceError(limitMs))
      giveUp()
    }
    let timer = setTimeout(() => {
      timer = setTimeout(fail, readingMs)
    }, limitMs)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** Has what Node's own time-outs of sockets have, by which drivers know them. */
class SilenceError extends Error {
  readonly code = 'ETIMEDOUT'
  readonly syscall = 'read'
  readonly errno = -110

  constructor(limitMs: number) {
    super(`no answer within ${limitMs} ms`)
    this.name = 'SilenceError'
  }
}
