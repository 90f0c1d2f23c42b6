/** What the watching thread is given. */
export interface Watched {
  /** Of the process, as in its other log lines. */
  name: string
  limitMs: number
  beatMs: number
  /** Counts up while the main thread comes round. */
  beats: Int32Array<SharedArrayBuffer>
}

/** Under this symbol the main thread keeps a function that names what is under way. */
export const underWayKey = 'mozhou.underWay'
