import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { readMainThread } from './read-main-thread.ts'
import type { Watched } from './watched.ts'

const { name, limitMs, beatMs, beats }: Watched = workerData

let seen = Atomics.load(beats, 0)
// Turns of this thread and not the clock: a process that was stopped as a whole was not blocked.
let missed = 0
let isTold = false

setInterval(() => {
  const now = Atomics.load(beats, 0)
  if (now !== seen) {
    if (isTold) tell(40, { blockedMs: missed * beatMs }, 'the event loop comes round again')
    seen = now
    missed = 0
    isTold = false
    return
  }
  missed += 1
  if (isTold || missed * beatMs < limitMs) return
  isTold = true
  void readMainThread().then((doing) => tell(50, { blockedMs: missed * beatMs, ...doing }, 'the event loop is blocked'))
}, beatMs)

/** In the form of the process's other lines, and past its logger, which belongs to the thread that is blocked. */
function tell(level: number, facts: object, msg: string): void {
  writeSync(1, `${JSON.stringify({ level, time: Date.now(), pid: process.pid, name, ...facts, msg })}\n`)
}
