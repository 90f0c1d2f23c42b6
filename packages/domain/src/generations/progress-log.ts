import { compareEventIds } from '@mozhou/contracts/generations/events'
import type { TrackedProgress } from '@mozhou/contracts/generations/events'
import { foldProgress, joinDeltas } from './progress-stream.ts'
import type { FoldedProgress } from './progress-stream.ts'

/** Events kept for viewers that lag; whoever lags more is given the state instead, so that a slow viewer holds none. */
const kept = 2_000

/** Places whose events are remembered between two changes; nearly all viewers stand at one of a few. */
const remembered = 16

/** Of the stored draft in place of the stream: before every event's, so that who comes back with it begins anew. */
export const draftId = '0-0'

/** Where a viewer stands: events counted from the first, the id of the last one it has from elsewhere, or nowhere yet. */
export type Place = number | { after: string } | null

export interface Reading {
  events: readonly TrackedProgress[]
  next: Place
}

/** What has happened so far, shared by all viewers of a generation: each holds a place in it and no events of its own. */
export interface ProgressLog {
  push(tracked: TrackedProgress): void
  /** Begins anew from the stored draft, which the events before do not lead to; until events are pushed nobody knows how they go on. */
  showDraft(text: string, model: string | null): void
  /**
   * Events from this place on, or the state in one snapshot for a viewer that is new or too far behind. Who stands at the same place is
   * given the same array until something happens, so that what is made of it can be shared. `isJoined`: in as few events as can be.
   */
  read(from: Place, isJoined?: boolean): Reading
}

export function createProgressLog(): ProgressLog {
  let events: TrackedProgress[] = []
  let first = 0
  let state: FoldedProgress | null = null
  let isDraft = false
  let readings = new Map<string, Reading>()
  let whole: Reading | null = null
  const change = () => {
    readings = new Map()
    whole = null
  }
  const end = () => first + events.length
  const restart = () => {
    first = end() + 1
    events = []
  }
  const find = (from: Place): Reading => {
    if (typeof from === 'number' && from >= first) return { events: events.slice(from - first), next: end() }
    if (from !== null && typeof from !== 'number') {
      const index = events.findIndex(({ id }) => id === from.after)
      if (index !== -1) return { events: events.slice(index + 1), next: end() }
      // Another process was quicker, or nothing has been read yet.
      const isAhead = state === null || (!isDraft && compareEventIds(from.after, state.lastId) > 0)
      if (isAhead) return { events: [], next: from }
    }
    // Without the beginning of an attempt there is no state to show, only what there is.
    if (!state) return { events, next: events.length > 0 ? end() : null }
    const { text, model, lastId } = state
    return (whole ??= { events: [{ id: lastId, event: { type: 'snapshot', text, model } }], next: end() })
  }
  return {
    push(tracked) {
      change()
      if (isDraft) {
        // The stream is back and is read from its beginning: viewers of the draft go on from its state, not through it.
        isDraft = false
        state = null
        restart()
      }
      state = foldProgress([tracked], state)
      events.push(tracked)
      // Cut seldom, and many at once.
      if (events.length < 2 * kept) return
      first += events.length - kept
      events = events.slice(-kept)
    },
    showDraft(text, model) {
      change()
      restart()
      isDraft = true
      state = { text, model, lastId: draftId }
    },
    read(from, isJoined = false) {
      const key = `${isJoined ? 'joined ' : ''}${typeof from === 'number' ? from : (from?.after ?? 'new')}`
      const known = readings.get(key)
      if (known) return known
      const found = find(from)
      const reading = isJoined && found !== whole ? { ...found, events: joinDeltas(found.events) } : found
      if (readings.size < remembered) readings.set(key, reading)
      return reading
    },
  }
}
