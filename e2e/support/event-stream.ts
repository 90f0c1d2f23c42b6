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
  let rest = ''
  for await (const chunk of body) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n\r?\n/)
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const message = parseBlock(block)
      if (message) yield message
    }
  }
}

function parseBlock(block: string): ServerSentEvent | null {
  const data: string[] = []
  let event = 'message'
  let id: string | null = null
  for (const line of block.split(/\r?\n/)) {
    const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? []
    if (field === 'data') data.push(value)
    else if (field === 'event') event = value
    else if (field === 'id') id = value
  }
  return data.length === 0 ? null : { event, id, data: data.join('\n') }
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
