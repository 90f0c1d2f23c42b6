import { Worker } from 'node:worker_threads'
import { underWayKey } from './watched.ts'
import type { Watched } from './watched.ts'

const beatMs = 500
const usualLimitMs = 5_000

export interface EventLoopWatch {
  close(): Promise<void>
}

/**
 * A thread beside the main one. When that does not come round for `limitMs` its probes fail, and nobody could say why: the thread writes a log line
 * with what the main thread is doing, and with what `underWay` names.
 */
export function watchEventLoop(options: {
  name: string
  underWay: () => readonly string[]
  limitMs?: number
}): EventLoopWatch {
  const beats = new Int32Array(new SharedArrayBuffer(4))
  // The thread reads it through the inspector, while nothing else here can run.
  Reflect.set(globalThis, Symbol.for(underWayKey), options.underWay)
  const beat = setInterval(() => Atomics.add(beats, 0, 1), beatMs).unref()
  const watched: Watched = { name: options.name, limitMs: options.limitMs ?? usualLimitMs, beatMs, beats }
  const thread = new Worker(new URL('event-loop-thread.mjs', import.meta.url), { workerData: watched, execArgv: [] })
  thread.unref()
  return {
    async close() {
      clearInterval(beat)
      await thread.terminate()
    },
  }
}
