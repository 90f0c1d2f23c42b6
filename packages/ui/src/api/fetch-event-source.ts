import { createParser } from 'eventsource-parser'
import type { RefreshOutcome } from './refresh-session.ts'

export interface FetchEventSourceInit {
  withCredentials?: boolean
  headers?: Record<string, string>
  /** Called when the stream is refused with 401; `askedAt` in ms as for refreshLink. */
  refresh?: (askedAt: number) => Promise<RefreshOutcome>
  fetch?: typeof globalThis.fetch
}

type Listener = (event: Event) => void

const firstDelayMs = 400
const longestDelayMs = 8_000

/**
 * An EventSource over fetch. The browser's own cannot send the header that names the app, never says why it was refused,
 * and gives up on a 401 or a 502; this one refreshes the session, waits while the API restarts, and goes on from the last id.
 */
export class FetchEventSource {
  readonly CONNECTING = 0
  readonly OPEN = 1
  readonly CLOSED = 2
  readyState = 0

  readonly #url: string
  readonly #init: FetchEventSourceInit
  readonly #target = new EventTarget()
  readonly #abort = new AbortController()
  #lastEventId = ''
  #delayMs = firstDelayMs

  constructor(url: string, init: FetchEventSourceInit = {}) {
    this.#url = url
    this.#init = init
    void this.#run()
  }

  addEventListener(type: string, listener: Listener): void {
    this.#target.addEventListener(type, listener)
  }

  removeEventListener(type: string, listener: Listener): void {
    this.#target.removeEventListener(type, listener)
  }

  close(): void {
    this.readyState = this.CLOSED
    this.#abort.abort()
  }

  async #run(): Promise<void> {
    let mayRefresh = true
    while (this.readyState !== this.CLOSED) {
      const askedAt = Date.now()
      const answer = await this.#connect()
      if (this.readyState === this.CLOSED) return
      if (answer === 'refused') {
        const outcome: RefreshOutcome | undefined = mayRefresh ? await this.#init.refresh?.(askedAt) : 'signed_out'
        if (outcome !== 'refreshed' && outcome !== 'unreachable') return this.#giveUp()
        mayRefresh = outcome === 'unreachable'
        if (outcome === 'refreshed') continue
      } else if (answer === 'rejected') {
        return this.#giveUp()
      } else {
        mayRefresh = true
      }
      this.readyState = this.CONNECTING
      this.#target.dispatchEvent(new Event('error'))
      await pause(this.#delayMs, this.#abort.signal)
      this.#delayMs = Math.min(this.#delayMs * 2, longestDelayMs)
    }
  }

  /** `lost`: worth trying again; `refused`: 401; `rejected`: the request itself is wrong and will stay so. */
  async #connect(): Promise<'lost' | 'refused' | 'rejected'> {
    try {
      const response = await (this.#init.fetch ?? globalThis.fetch)(this.#url, {
        credentials: 'same-origin',
        cache: 'no-store',
        signal: this.#abort.signal,
        headers: {
          accept: 'text/event-stream',
          ...this.#init.headers,
          ...(this.#lastEventId === '' ? {} : { 'last-event-id': this.#lastEventId }),
        },
      })
      if (response.status === 401) return 'refused'
      if (response.status >= 400 && response.status < 500 && response.status !== 429) return 'rejected'
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false
      if (!response.ok || !isStream || !response.body) return 'lost'
      await this.#read(response.body)
      return 'lost'
    } catch (cause) {
      // fetch and the reader fail alike with TypeError when the network goes; anything else is a fault of ours.
      if (this.#abort.signal.aborted || cause instanceof TypeError) return 'lost'
      throw cause
    }
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    this.readyState = this.OPEN
    this.#delayMs = firstDelayMs
    this.#target.dispatchEvent(new Event('open'))
    const parser = createParser({
      onId: (id) => {
        this.#lastEventId = id
      },
      onEvent: ({ event: type = 'message', data }) => {
        if (this.readyState !== this.CLOSED)
          this.#target.dispatchEvent(new MessageEvent(type, { data, lastEventId: this.#lastEventId }))
      },
    })
    const reader = body.getReader()
    const decoder = new TextDecoder()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      parser.feed(decoder.decode(value, { stream: true }))
    }
  }

  #giveUp(): void {
    this.readyState = this.CLOSED
    this.#target.dispatchEvent(new Event('error'))
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
