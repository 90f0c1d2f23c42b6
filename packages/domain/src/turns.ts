interface TurnLimits {
  atOnce: number
  /** How many may wait, and what whoever comes beyond is told; left out, any number may. */
  queue?: { mayWait: number; refusal: () => Error }
}

export interface Turns {
  /** Runs work when it is its turn. @throws what `refusal` makes, at once and before anything was done, when too many wait already */
  run<T>(work: () => Promise<T>): Promise<T>
  isIdle(): boolean
}

/** So many at once within this process; the others wait in the order in which they came. */
export function createTurns({ atOnce, queue }: TurnLimits): Turns {
  let running = 0
  const waiting: (() => void)[] = []
  return {
    async run(work) {
      if (running < atOnce) running += 1
      else {
        if (queue && waiting.length >= queue.mayWait) throw queue.refusal()
        // Whoever ends hands its place over, so that nobody slips in between.
        await new Promise<void>((resolve) => waiting.push(resolve))
      }
      try {
        return await work()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else running -= 1
      }
    },
    isIdle: () => running === 0,
  }
}

/** The same for each key apart. */
export function createTurnsByKey(limits: TurnLimits): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const byKey = new Map<string, Turns>()
  return async (key, work) => {
    const turns = byKey.get(key) ?? createTurns(limits)
    byKey.set(key, turns)
    try {
      return await turns.run(work)
    } finally {
      if (turns.isIdle()) byKey.delete(key)
    }
  }
}
