import { setTimeout as pause } from 'node:timers/promises'
import type { ProgressEvent, TrackedProgress } from '@mozhou/contracts/generations/events'
import type { ApiUser } from './api-client.ts'
import { openEvents } from './event-stream.ts'
import { createScreen } from './screen.ts'
import type { DoneEvent, Screen } from './screen.ts'
import { until } from './until.ts'

/** `closed` by the server, `broken` on the way, or `refused`: nobody answered. */
type LineEnd = 'closed' | 'broken' | 'refused'

/** Somebody who watches a generation, and comes back with the last event's id whenever the line ends before `done`. */
export interface Viewer extends Omit<Screen, 'show' | 'end'> {
  /** How each line ended that was not the last. */
  readonly lineEnds: readonly LineEnd[]
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
  /** Awaited before the event is shown. */
  onEvent?: (tracked: TrackedProgress) => Promise<void> | void
}

export function watch(user: ApiUser, generationId: string, options: ViewerOptions = {}): Viewer {
  const screen = createScreen(options)
  const leaving = new AbortController()
  const lineEnds: LineEnd[] = []
  let failure: Error | null = null
  const line = { user, generationId, screen, signal: leaving.signal, onEvent: options.onEvent }
  stayOn(line, lineEnds).catch((cause: unknown) => {
    failure = new Error('the viewer failed', { cause })
  })
  const waitFor = async <T>(what: string, question: () => T | null | false, timeoutMs?: number): Promise<T> => {
    const ask = () => {
      if (failure) return { failure }
      const value = question()
      return value === null || value === false ? null : { value }
    }
    const found = await until(`a viewer sees ${what}`, ask, timeoutMs ?? 40_000)
    if ('failure' in found) throw found.failure
    return found.value
  }
  const count = (type: ProgressEvent['type']) => screen.events.filter(({ event }) => event.type === type).length
  return {
    events: screen.events,
    text: screen.text,
    streamed: screen.streamed,
    lastEventId: screen.lastEventId,
    lineEnds,
    done: (timeoutMs) => waitFor('done', screen.end, timeoutMs),
    sawDeltas: async (wanted) => void (await waitFor(`${wanted} pieces of text`, () => count('delta') >= wanted)),
    saw: async (type) => void (await waitFor(type, () => count(type) > 0)),
    leave: () => leaving.abort(),
  }
}

interface Line {
  user: ApiUser
  generationId: string
  screen: Screen
  signal: AbortSignal
  onEvent: ViewerOptions['onEvent']
}

/** A browser's EventSource waits a little before it comes back, and so does this. */
const comeBackMs = 50

async function stayOn(line: Line, lineEnds: LineEnd[]): Promise<void> {
  while (!line.signal.aborted) {
    const end = await readLine(line)
    if (line.screen.end() || line.signal.aborted) return
    lineEnds.push(end)
    await pause(comeBackMs)
  }
}

/** One connection, to its end or to `done`. @throws Error for anything that coming back does not mend */
async function readLine({ user, generationId, screen, signal, onEvent }: Line): Promise<LineEnd> {
  let end: LineEnd = 'refused'
  try {
    const lastEventId = screen.lastEventId()
    const messages = await openEvents(user.eventsUrl(generationId), user.token, { lastEventId, signal })
    end = 'broken'
    for await (const { id, data, event } of messages) {
      if (event !== 'message' || id === null) continue
      const tracked = { id, event: JSON.parse(data) as ProgressEvent }
      await onEvent?.(tracked)
      screen.show(tracked)
      if (screen.end()) return 'closed'
    }
    return 'closed'
  } catch (error) {
    if (!signal.aborted && !isLineError(error)) throw error
    return end
  }
}

/** fetch and its body fail with TypeError; an HTTP 5xx is a server that is ending or has just come back. */
function isLineError(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof Error && error.message.startsWith('events: 5'))
}
