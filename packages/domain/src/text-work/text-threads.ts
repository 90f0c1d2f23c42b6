import { AppError } from '@mozhou/contracts/errors'
import { Piscina } from 'piscina'
import { createTurnsByKey } from '../turns.ts'
import { readForSearch, weighEdited } from './text-work.ts'
import type { EditTask, EditedText, SearchTask, TextWork } from './text-work.ts'
import type { SearchedText } from '../search/index-text.ts'
import type * as TextThread from './text-thread.ts'

export interface TextThreads extends TextWork {
  close(): Promise<void>
}

/** Up to here a text of any pattern costs a few dozen milliseconds; nearly every text that people write is shorter. */
const inPlace = 10_000
const idleTimeoutMs = 600_000
const timeLimitMs = 10_000
/** Long texts that may wait for the thread, of everybody and of one person. */
const mayWait = 32
const mayWaitEach = 8
const retryAfterSeconds = 2

const busy = (cause?: unknown) => new AppError('SERVICE_UNAVAILABLE', { retryAfterSeconds }, { cause })

/** Reads long texts beside the request thread, of one person one at a time, so that nobody fills the queue alone. */
export function createTextThreads(): TextThreads {
  const inTurn = createTurnsByKey({ atOnce: 1, queue: { mayWait: mayWaitEach, refusal: () => busy() } })
  const edits = createThread<EditTask, EditedText>('weighEdited')
  const searches = createThread<SearchTask, SearchedText>('readForSearch')
  return {
    weighEdited: async (userId, task) =>
      lengthOf([task.written, task.base.result]) <= inPlace ? weighEdited(task) : inTurn(userId, () => edits.run(task)),
    readForSearch: async (userId, task) =>
      lengthOf(task.result) <= inPlace ? readForSearch(task) : inTurn(userId, () => searches.run(task)),
    close: async () => {
      await Promise.all([edits.close(), searches.close()])
    },
  }
}

interface Thread<Task, Answer> {
  run(task: Task): Promise<Answer>
  close(): Promise<void>
}

function createThread<Task, Answer>(name: keyof typeof TextThread): Thread<Task, Answer> {
  const pool = new Piscina<Task, Answer>({
    filename: new URL('text-thread.ts', import.meta.url).href,
    name,
    minThreads: 0,
    maxThreads: 1,
    maxQueue: mayWait,
    idleTimeout: idleTimeoutMs,
    niceIncrement: 5,
  })
  return {
    async run(task) {
      if (pool.queueSize >= mayWait) throw busy()
      const limit = AbortSignal.timeout(timeLimitMs)
      try {
        return await pool.run(task, { signal: limit })
      } catch (cause) {
        throw limit.aborted ? busy(cause) : cause
      }
    },
    close: () => pool.destroy(),
  }
}

const lengthOf = (value: unknown) => JSON.stringify(value).length
