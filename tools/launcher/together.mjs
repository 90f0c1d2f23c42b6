/**
 * All at once. When one fails the others are told to stop, and nothing goes on behind the error.
 * @template {unknown[]} T
 * @param {{ abort: (reason: unknown) => void }} session
 * @param {{ [K in keyof T]: () => Promise<T[K]> }} works
 * @returns {Promise<T>}
 */
export async function together(session, works) {
  const running = works.map((work) => work())
  try {
    return /** @type {T} */ (await Promise.all(running))
  } catch (error) {
    session.abort(error)
    await Promise.allSettled(running)
    throw error
  }
}
