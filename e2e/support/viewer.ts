import { setTimeout as pause } from 'node:timers/promises'
import { finalEpoch } from '@mozhou/contracts/events'
import type { ProgressEvent, TrackedProgress } from '@mozhou/contracts/events'
import type { ApiUser } from './api-client.ts'
import { openEvents } from './event-stream.ts'
import { until } from './until.ts'

export type DoneEvent = Extract<ProgressEvent, { type: 'done' }>

/** Somebody who watches a generation, and comes back with the last event's id whenever the line ends before `done`. */
export interface Viewer {
  readonly events: readonly TrackedProgress[]
  /** What the screen shows. */
  text(): string
  /** What it showed before the stored text was sent once more with the end: what the stream itself brought. */
  streamed(): string
  lastEventId(): string | null
  /** How each connection before the last one ended. */
  readonly ends: readonly ('closed' | 'broken' | 'refused')[]
  done(timeoutMs?: number): Promise<DoneEvent>
  /** Resolves once this many pieces of text were shown. */
  sawDeltas(count: number): Promise<void>
  saw(type: ProgressEvent['type']): Promise<void>
  leave(): void
}

export interface ViewerOptions {
  /** Go on after this event; a new viewer without. */
  after?: string | null
  /** What the screen showed at `after`. */
  text?: string
  /** Awaited before the next event is read. */
  onEvent?: (tracked: TrackedProgress) => Promise<void> | void
}

export function watch(user: ApiUser, generationId: string, options: ViewerOptions = {}): Viewer {
  const events: TrackedProgress[] = []
  const ends: ('closed' | 'broken' | 'refused')[] = []
  const leaving = new AbortController()
  let last = options.after ?? null
  let text = options.text ?? ''
  let streamed = text
  let done: DoneEvent | null = null

  const take = async (tracked: TrackedProgress) => {
    events.push(tracked)
    last = tracked.id
    text = shownAfter(text, tracked.event)
    if (tracked.id !== storedTextId && tracked.event.type !== 'done') streamed = text
    await options.onEvent?.(tracked)
    if (tracked.event.type === 'done') done = tracked.event
  }
  const connect = async () => {
    let end: 'closed' | 'broken' | 'refused' = 'refused'
    try {
      const stream = await openEvents(user.eventsUrl(generationId), user.token, {
        lastEventId: last,
        signal: leaving.signal,
      })
      end = 'broken'
      for await (const { id, data, event } of stream) {
        if (event === 'message' && id !== null) await take({ id, event: progressOf(data) })
        if (done) return
      }
      end = 'closed'
    } catch (error) {
      if (!leaving.signal.aborted && !isNetworkError(error)) throw error
    }
    if (!leaving.signal.aborted) ends.push(end)
  }
  let failure: Error | null = null
  const run = async () => {
    while (!done && !leaving.signal.aborted) {
      await connect()
      if (!done) await pause(50)
    }
  }
  run().catch((cause: unknown) => {
    failure = new Error('the viewer failed', { cause })
  })
  const waitFor = async <T>(what: string, question: () => T | null | false, timeoutMs = 40_000): Promise<T> => {
    const found = await until(
      `a viewer ${what}`,
      () => {
        if (failure) return { failure }
        const value = question()
        return value === null || value === false ? null : { value }
      },
      timeoutMs,
    )
    if ('failure' in found) throw found.failure
    return found.value
  }
  return {
    events,
    ends,
    text: () => text,
    streamed: () => streamed,
    lastEventId: () => last,
    done: (timeoutMs) => waitFor('sees done', () => done, timeoutMs),
    sawDeltas: async (count) =>
      void (await waitFor(
        `sees ${count} pieces of text`,
        () => events.filter(({ event }) => event.type === 'delta').length >= count,
      )),
    saw: async (type) => void (await waitFor(`sees ${type}`, () => events.some(({ event }) => event.type === type))),
    leave: () => leaving.abort(),
  }
}

const storedTextId = `${finalEpoch}-0`

/** The rules of `ProgressEvent`, written here a second time so that a mistake in the product's own fold shows. */
function shownAfter(text: string, event: ProgressEvent): string {
  switch (event.type) {
    case 'reset':
    case 'snapshot':
      return event.text
    case 'delta':
      return text + event.text
    case 'retract':
      return ''
    case 'thinking':
    case 'done':
      return text
  }
}

function progressOf(data: string): ProgressEvent {
  return JSON.parse(data) as ProgressEvent
}

/** fetch and its body fail with TypeError; an HTTP error of a server that has just come back is asked again too. */
function isNetworkError(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof Error && error.message.startsWith('events: 5'))
}
