import type { TrackedProgress } from '@mozhou/contracts/generations/events'

/** How a door of ours puts progress into server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export interface ProgressWire {
  headers: Readonly<Record<string, string>>
  opening: Buffer
  /** Keeps the line alive when nothing happens. */
  ping: Buffer
  /** After the last event. */
  closing: Buffer
  /** The same bytes for the same array: a crowd's events are put into words once. */
  render(events: readonly TrackedProgress[]): Buffer
}

export interface WireWords {
  headers: Readonly<Record<string, string>>
  opening: string
  ping: string
  closing: string
  wordsOf(tracked: TrackedProgress): string
}

export function createProgressWire({ headers, opening, ping, closing, wordsOf }: WireWords): ProgressWire {
  const rendered = new WeakMap<readonly TrackedProgress[], Buffer>()
  return {
    headers,
    opening: Buffer.from(opening),
    ping: Buffer.from(ping),
    closing: Buffer.from(closing),
    render(events) {
      const known = rendered.get(events)
      if (known) return known
      const bytes = Buffer.from(events.map(wordsOf).join(''))
      rendered.set(events, bytes)
      return bytes
    },
  }
}
