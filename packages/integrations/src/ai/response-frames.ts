import type { TextVendorKey } from '@mozhou/contracts/models/vendor-keys'
import { VendorError } from '@mozhou/contracts/vendor-error'
import { createSseReader, type SseEvent } from './sse.ts'
import type { Watchdog } from './watchdog.ts'

// No vendor's chunk comes near this; without a bound one broken upstream could fill the worker's memory.
const longestFrame = 4_000_000

/**
 * The frames of a successful response, whatever it turns out to be: an event stream, or one JSON document instead of a
 * stream, which counts as a single frame. It looks at the first character, not at `content-type`: vendors and gateways
 * send JSON errors as `text/event-stream` and streams as `text/plain`.
 * @throws VendorError `unavailable` for an HTML page or a frame without end.
 */
export async function* readFrames(
  vendor: TextVendorKey,
  body: Response['body'],
  watchdog: Watchdog,
): AsyncGenerator<SseEvent> {
  const broken = (vendorCode: string) => new VendorError('unavailable', { vendor, vendorCode, httpStatus: 200 })
  const texts = decode(body, watchdog)
  const opening = await readOpening(texts)
  if (opening.startsWith('<')) throw broken('html_body')
  if (opening.startsWith('{')) {
    let document = opening
    for await (const text of texts) {
      document += text
      if (document.length > longestFrame) throw broken('frame_too_long')
    }
    yield { event: null, data: document }
    return
  }
  const reader = createSseReader(longestFrame)
  for await (const text of startingWith(opening, texts)) {
    yield* reader.push(text)
    if (reader.isOverfull()) throw broken('frame_too_long')
  }
  yield* reader.end()
}

async function* startingWith(opening: string, texts: AsyncGenerator<string>): AsyncGenerator<string> {
  yield opening
  yield* texts
}

/** Everything up to and including the first chunk with a visible character, without the white space before it. */
async function readOpening(texts: AsyncGenerator<string>): Promise<string> {
  for (;;) {
    const { value, done } = await texts.next()
    if (done) return ''
    const text = value.trimStart()
    if (text !== '') return text
  }
}

/** Decodes across chunk borders, where vendors cut Chinese characters in two. */
async function* decode(body: Response['body'], watchdog: Watchdog): AsyncGenerator<string> {
  if (!body) return
  const reader = body.getReader()
  const decoder = new TextDecoder()
  for (;;) {
    const { value, done } = await watchdog.waitFor(reader.read())
    if (done) break
    yield decoder.decode(value, { stream: true })
  }
  yield decoder.decode()
}
