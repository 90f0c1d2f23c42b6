interface Underway {
  /** Ends it as soon as may be. */
  stop: () => void
  over: Promise<void>
}

type OneAtATime = <T>(key: string, work: () => Promise<T>, stop?: () => void) => Promise<T>

/**
 * One request for each upload at a time, and the last has the word: whoever comes again does so because the connection before broke, which
 * nobody has told us yet. Work without a `stop` is waited for.
 */
export function createOneAtATime(): OneAtATime {
  const underway = new Map<string, Underway>()
  return async (key, work, stop = () => undefined) => {
    for (let before = underway.get(key); before !== undefined; before = underway.get(key)) {
      before.stop()
      await before.over
    }
    const { promise: over, resolve } = Promise.withResolvers<void>()
    underway.set(key, { stop, over })
    try {
      return await work()
    } finally {
      underway.delete(key)
      resolve()
    }
  }
}
