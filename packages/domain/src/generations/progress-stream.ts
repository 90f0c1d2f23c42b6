import type { ProgressEvent, TrackedProgress } from '@mozhou/contracts/generations/events'
import type { Redis } from 'ioredis'

/** Longest an attempt may run is 10 min at 25 flushes a second: the stream of one generation always fits. */
const maxEntries = 20_000
const secondsAfterLastEvent = 3_600

export const streamKey = (generationId: string) => `progress:${generationId}`
export const wakeChannel = (generationId: string) => `progress-wake:${generationId}`
export const stopKey = (generationId: string) => `progress-stop:${generationId}`

export interface AppendResult {
  /** `fenced`: a newer attempt wrote first. `lost`: the stream had vanished, and nothing was written. */
  outcome: 'written' | 'fenced' | 'lost'
  isStopRequested: boolean
}

/** Appends under an id of our own, so that Redis itself refuses an attempt that has been overtaken. One round trip. */
export async function appendProgress(
  redis: Redis,
  generationId: string,
  id: string,
  event: ProgressEvent,
  mayCreate: boolean,
): Promise<AppendResult> {
  const key = streamKey(generationId)
  const create = mayCreate ? [] : ['NOMKSTREAM']
  const replies = await redis
    .pipeline()
    .call('XADD', key, ...create, 'MAXLEN', '~', maxEntries, id, 'event', JSON.stringify(event))
    .expire(key, secondsAfterLastEvent)
    .publish(wakeChannel(generationId), id)
    .exists(stopKey(generationId))
    .exec()
  const [added, , , stop] = replies ?? []
  const error = added?.[0] ?? null
  if (error && !isIdRefused(error)) throw error
  const outcome = error ? 'fenced' : added?.[1] === null ? 'lost' : 'written'
  return { outcome, isStopRequested: stop?.[1] === 1 }
}

function isIdRefused(error: Error): boolean {
  return error.message.includes('equal or smaller than the target stream top item')
}

/** Events after `after` (all of them for null), oldest first, at most 1,000. */
export async function readProgress(
  redis: Redis,
  generationId: string,
  after: string | null,
): Promise<TrackedProgress[]> {
  const entries = await redis.xrange(streamKey(generationId), after === null ? '-' : `(${after}`, '+', 'COUNT', 1_000)
  return entries.map(([id, fields]) => ({ id, event: JSON.parse(fields[1] ?? '') as ProgressEvent }))
}

export interface FoldedProgress {
  text: string
  model: string | null
  lastId: string
}

/** What the draft is after these events; null when they hold no beginning of an attempt. */
export function foldProgress(
  events: readonly TrackedProgress[],
  before: FoldedProgress | null = null,
): FoldedProgress | null {
  let state = before
  for (const { id, event } of events) {
    if (event.type === 'reset' || event.type === 'snapshot')
      state = { text: event.text, model: event.model, lastId: id }
    else if (state && event.type === 'delta') state = { ...state, text: state.text + event.text, lastId: id }
    else if (state && event.type === 'retract') state = { ...state, text: '', lastId: id }
    else if (state) state = { ...state, lastId: id }
  }
  return state
}

/** The same progress in fewer events: deltas that follow one another are one, under the last one's id. */
export function joinDeltas(events: readonly TrackedProgress[]): TrackedProgress[] {
  const joined: TrackedProgress[] = []
  for (const tracked of events) {
    const last = joined.at(-1)
    if (tracked.event.type === 'delta' && last?.event.type === 'delta')
      joined[joined.length - 1] = {
        id: tracked.id,
        event: { type: 'delta', text: last.event.text + tracked.event.text },
      }
    else joined.push(tracked)
  }
  return joined
}
