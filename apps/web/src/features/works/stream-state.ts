import type { ProgressEvent, TrackedProgress, WorkPlace } from '@mozhou/contracts/generations/events'
import { compareEventIds } from '@mozhou/contracts/generations/events'

type DoneEvent = Extract<ProgressEvent, { type: 'done' }>

/** What is known of a generation from its progress events alone. */
export interface StreamState {
  lastId: string | null
  text: string
  model: string | null
  phase: 'waiting' | 'thinking' | 'writing' | 'done'
  isFallback: boolean
  attempt: number
  /** Of a long work: the part that is being written. */
  part: WorkPlace | null
  /** Whose text was taken away, until somebody has written that part. */
  interrupted: string | null
  /** The last model whose text gave way to another one's. */
  replaced: string | null
  done: DoneEvent | null
}

export const emptyStream: StreamState = {
  lastId: null,
  text: '',
  model: null,
  phase: 'waiting',
  isFallback: false,
  attempt: 1,
  part: null,
  interrupted: null,
  replaced: null,
  done: null,
}

/**
 * One event further. Ids are totally ordered and repeat after a reconnect: what is not newer than the last one is
 * dropped, so a replay or a late event of an attempt that was given up changes nothing. A snapshot may come under the
 * last id again: while Redis is away the API reads the stored text and has no newer id to give.
 */
export function advanceStream(state: StreamState, { id, event }: TrackedProgress): StreamState {
  const order = state.lastId === null ? 1 : compareEventIds(id, state.lastId)
  if (order < 0 || (order === 0 && event.type !== 'snapshot')) return state
  const isNewEpoch = state.lastId !== null && epochOf(id) !== epochOf(state.lastId)
  const seen = { ...state, lastId: id }
  switch (event.type) {
    case 'reset':
      return {
        ...seen,
        text: event.text,
        model: event.model,
        isFallback: event.isFallback,
        attempt: event.attempt,
        part: event.part ?? null,
        ...interruption(state, event),
        phase: event.text === '' ? 'waiting' : 'writing',
      }
    case 'delta':
      // Its `reset` was lost on the way: text of two attempts must never run together.
      return { ...seen, text: isNewEpoch ? event.text : state.text + event.text, phase: 'writing' }
    case 'thinking':
      return { ...seen, phase: state.text === '' ? 'thinking' : state.phase }
    case 'picture':
      return { ...seen, phase: 'writing' }
    case 'retract':
      return { ...seen, text: '', phase: 'waiting' }
    case 'snapshot':
      return {
        ...seen,
        text: event.text,
        model: event.model ?? state.model,
        phase: event.text === '' ? state.phase : 'writing',
      }
    case 'done':
      break
  }
  return { ...seen, phase: 'done', done: event }
}

/** The same model may begin anew before another one does, and an attempt that had not written yet takes nothing away. */
function interruption(
  state: StreamState,
  { isFallback, model, text, part }: Extract<ProgressEvent, { type: 'reset' }>,
): Pick<StreamState, 'interrupted' | 'replaced'> {
  const isSamePart = (part?.index ?? null) === (state.part?.index ?? null)
  const before = isSamePart ? state.interrupted : null
  const interrupted = state.text.length > text.length ? state.model : before
  if (!isFallback || interrupted === null || interrupted === model) return { interrupted, replaced: state.replaced }
  return { interrupted: null, replaced: interrupted }
}

function epochOf(id: string): string {
  return id.slice(0, id.indexOf('-'))
}
