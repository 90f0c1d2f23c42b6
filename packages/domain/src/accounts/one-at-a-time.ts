const tails = new Map<string, Promise<unknown>>()

/** Runs works of the same key one after the other within this process, each whether or not the one before it failed. */
export async function oneAtATime<T>(key: string, work: () => Promise<T>): Promise<T> {
  const turn = (tails.get(key) ?? Promise.resolve()).then(work, work)
  tails.set(key, turn)
  try {
    return await turn
  } finally {
    if (tails.get(key) === turn) tails.delete(key)
  }
}
