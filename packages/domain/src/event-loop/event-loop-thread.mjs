import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'

// Not in TypeScript: a thread that strips types has a compiler of its own, which takes more memory than all of this.
/** @typedef {import('./watched.ts').Watched} Watched */

const { name, limitMs, beatMs, beats } = /** @type {Watched} */ (workerData)

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

/** Loaded when it is needed, which it hardly ever is. */
const readMainThread = () => import('./read-main-thread.ts').then((module) => module.readMainThread())

/**
 * In the form of the process's other lines, and past its logger, which belongs to the thread that is blocked.
 * @param {number} level
 * @param {object} facts
 * @param {string} msg
 */
function tell(level, facts, msg) {
  writeSync(1, `${JSON.stringify({ level, time: Date.now(), pid: process.pid, name, ...facts, msg })}\n`)
}
