import { createParser } from 'eventsource-parser'

/** One message of `text/event-stream` (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export interface ServerSentEvent {
  /** `message` unless named. */
  event: string
  id: string | null
  data: string
}

/** Messages of a stream; ends with the stream, and throws when its connection breaks. A message cut in half is not given out. */
export async function* readEventStream(body: AsyncIterable<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder()
  const messages: ServerSentEvent[] = []
  const parser = createParser({
    onEvent: ({ event = 'message', id = null, data }) => messages.push({ event, id, data }),
  })
  for await (const chunk of body) {
    parser.feed(decoder.decode(chunk, { stream: true }))
    yield* messages.splice(0)
  }
}

/**
 * Opens a generation's events after `lastEventId`.
 * @throws Error with the status when the answer is not a stream
 */
export async function openEvents(
  url: string,
  token: string,
  options: { lastEventId: string | null; signal: AbortSignal },
): Promise<AsyncGenerator<ServerSentEvent>> {
  const response = await fetch(url, {
    signal: options.signal,
    headers: {
      accept: 'text/event-stream',
      authorization: `Bearer ${token}`,
      ...(options.lastEventId === null ? {} : { 'last-event-id': options.lastEventId }),
    },
  })
  if (!response.ok || !response.body) throw new Error(`events: ${response.status} ${await response.text()}`)
  return readEventStream(response.body)
}
