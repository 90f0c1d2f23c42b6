/** What a piece of an answer turns out to be. */
export type Told =
  | { kind: 'text' | 'reasoning'; text: string }
  /** What was told as text before was thought: the model closed what it never opened. */
  | { kind: 'retract' }

const tags = ['<think>', '<thinking>', '</think>', '</thinking>']
/** A block of thoughts begins a line; within a sentence the tag is what the text is about. */
const opening = /^[ \t]*<think(?:ing)?>/im
const closing = /<\/think(?:ing)?>/i
/** The same where nothing was opened: only at the end of a line, and not as an example in backticks. */
const unopened = /(?<!`)<\/think(?:ing)?>[ \t]*(?=\n)/i

/**
 * Parts the thoughts that models write into their answer (`<think>…</think>`: whole, never opened, never closed) from its text, piece by
 * piece. The beginning of a tag is held back until it is one or is none.
 */
export class Thoughts {
  #isThinking = false
  #held = ''
  /** The last character told as text; empty before the first. */
  #last = ''
  /** The text behind a block begins with its first letter. */
  #skipsBlank = false

  take(piece: string): Told[] {
    this.#held += piece
    return this.#read(beginningOfTag)
  }

  /** The answer is over: what was held back is what it is. */
  end(): Told[] {
    const isClosedLast = !this.#isThinking && unopened.test(`${this.#held}\n`)
    if (isClosedLast) this.#held += '\n'
    return this.#read(() => 0)
  }

  #read(keep: (text: string) => number): Told[] {
    const told: Told[] = []
    for (let block = this.#nextBlock(); block; block = this.#nextBlock()) told.push(...block)
    const end = this.#held.length - keep(this.#held)
    told.push(...this.#tell(this.#held.slice(0, end)))
    this.#held = this.#held.slice(end)
    return told
  }

  /** Up to the next place where text and thoughts change; null when there is none yet. */
  #nextBlock(): Told[] | null {
    if (this.#isThinking) {
      const close = closing.exec(this.#held)
      return close && this.#leave(close.index, close[0].length)
    }
    // What stands before tells whether a line begins here.
    const before = this.#last === '' || this.#last === '\n' || this.#last === '`' ? this.#last : '。'
    const text = before + this.#held
    const open = opening.exec(text)
    const close = unopened.exec(text)
    if (close && (!open || close.index < open.index)) {
      const retracted: Told[] = this.#last === '' ? [] : [{ kind: 'retract' }]
      this.#isThinking = true
      this.#last = ''
      return [...retracted, ...this.#leave(close.index - before.length, close[0].length)]
    }
    if (!open) return null
    const told = this.#tell(this.#held.slice(0, open.index - before.length))
    this.#held = text.slice(open.index + open[0].length)
    this.#isThinking = true
    return told
  }

  #leave(at: number, length: number): Told[] {
    const told = this.#tell(this.#held.slice(0, at))
    this.#held = this.#held.slice(at + length)
    this.#isThinking = false
    this.#skipsBlank = true
    return told
  }

  #tell(piece: string): Told[] {
    if (this.#isThinking) return piece === '' ? [] : [{ kind: 'reasoning', text: piece }]
    const text = this.#skipsBlank ? piece.trimStart() : piece
    if (text === '') return []
    this.#skipsBlank = false
    this.#last = text.slice(-1)
    return [{ kind: 'text', text }]
  }
}

/** Characters at the end that may become a tag, or are one whose line has not ended. */
function beginningOfTag(text: string): number {
  const start = text.lastIndexOf('<')
  if (start < 0) return 0
  const end = text.slice(start).toLowerCase()
  const isOpen = tags.some((tag) => tag.startsWith(end)) || /^<\/think(?:ing)?>[ \t]*$/.test(end)
  return isOpen ? end.length : 0
}
