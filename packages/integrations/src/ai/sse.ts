import { createParser } from 'eventsource-parser'

export interface SseEvent {
  /** Value of the last `event:` line; null where the stream is untyped. */
  event: string | null
  data: string
}

export interface SseReader {
  /** Events that `text` completes. */
  push(text: string): SseEvent[]
  /** What an upstream that closed without the final blank line still owed: vendors close right after `[DONE]`. */
  end(): SseEvent[]
  /** An unfinished event outgrew the bound: what was held back is gone, and nothing more may be pushed. */
  isOverfull(): boolean
}

/** Reads a vendor's event stream and holds back no more than `longestEvent` UTF-16 units of an unfinished event. */
export function createSseReader(longestEvent: number): SseReader {
  const events: SseEvent[] = []
  let isOverfull = false
  const parser = createParser({
    maxBufferSize: longestEvent,
    onEvent: ({ event, data }) => events.push({ event: event ?? null, data }),
    onError: ({ type }) => {
      if (type === 'max-buffer-size-exceeded') isOverfull = true
    },
  })
  const push = (text: string) => {
    parser.feed(text)
    return events.splice(0)
  }
  return { push, end: () => push('\n\n'), isOverfull: () => isOverfull }
}
