/** What became of a call, and how long it took. */
export interface Timed<T> {
  ms: number
  value: T | null
  /** What the API said instead; an answer that never came is an error. */
  refusal: { status: number; code: string } | null
}

/** @throws Error when the line broke */
export async function timed<T>(call: Promise<T>): Promise<Timed<T>> {
  const startedAt = performance.now()
  const took = () => performance.now() - startedAt
  try {
    const value = await call
    return { ms: took(), value, refusal: null }
  } catch (error) {
    if (!(error instanceof Error && 'status' in error && 'code' in error)) throw error
    return { ms: took(), value: null, refusal: { status: Number(error.status), code: String(error.code) } }
  }
}
