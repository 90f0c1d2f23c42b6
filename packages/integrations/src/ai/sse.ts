export interface SseEvent {
  /** Value of the last `event:` line; null where the stream is untyped. */
  event: string | null
  data: string
}

const lineEnd = /\r\n|\n|\r/

/**
 * Server-sent events as vendors really send them: any line ending, comments, a missing space after the colon, data over
 * several lines, a last event without its blank line. Field rules: https://html.spec.whatwg.org/multipage/server-sent-events.html
 * (read 2026-11); it differs in delivering the unterminated last event, because vendors close right after `[DONE]`.
 */
export class SseParser {
  #pending = ''
  #event: string | null = null
  #data: string[] = []

  /** Events that `text` completes. */
  push(text: string): SseEvent[] {
    this.#pending += text
    return this.#takeLines(false)
  }

  /** What an upstream that closed without the final blank line still owed. */
  end(): SseEvent[] {
    const events = this.#takeLines(true)
    const rest = this.#pending
    this.#pending = ''
    return [...events, ...(rest === '' ? [] : this.#takeLine(rest)), ...this.#takeLine('')]
  }

  /** UTF-16 units held back for an unfinished event. */
  get pendingLength(): number {
    return this.#data.reduce((sum, line) => sum + line.length, this.#pending.length)
  }

  #takeLines(isLast: boolean): SseEvent[] {
    const events: SseEvent[] = []
    for (;;) {
      const match = lineEnd.exec(this.#pending)
      // A carriage return at the very end may be half of CRLF: wait for the other half.
      const isHalf = match?.[0] === '\r' && match.index === this.#pending.length - 1 && !isLast
      if (!match || isHalf) return events
      const line = this.#pending.slice(0, match.index)
      this.#pending = this.#pending.slice(match.index + match[0].length)
      events.push(...this.#takeLine(line))
    }
  }

  #takeLine(line: string): SseEvent[] {
    if (line === '') return this.#takeEvent()
    const colon = line.indexOf(':')
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1)
    if (field === 'event') this.#event = value
    if (field === 'data') this.#data.push(value)
    return []
  }

  #takeEvent(): SseEvent[] {
    const complete = this.#data.length > 0 ? [{ event: this.#event, data: this.#data.join('\n') }] : []
    this.#event = null
    this.#data = []
    return complete
  }
}
