import { thoughtNames, thoughtTag } from './thought-tag.ts'
import { ToldText } from './told-text.ts'

/** What a piece of an answer turns out to be. */
export type Told =
  | { kind: 'text' | 'reasoning'; text: string }
  /** What was told as text before was thought: the model closed what it never opened. */
  | { kind: 'retract' }

const names = `(?:${thoughtNames.join('|')})(?![a-z])`

/** A block of thoughts begins a line; within a sentence the tag is what the text is about. */
const opening = new RegExp(`^[ \\t\\ufeff\\u200b]*(?:<${names}(?:\\s[^<>\\n]{0,80})?>|◁${names}▷)`, 'im')
const closingTag = `(?:</${names}\\s{0,9}>|◁/${names}▷)`
const closing = new RegExp(closingTag, 'i')
/** The same where nothing was opened: not as an example in backticks or quotes, nor as the name of the tag. */
const unopened = new RegExp(
  `(?<![\`“"「『])${closingTag}(?=\\s*(?<after>[^\\s\`”"」』]))(?!\\s*(?:标签|标记|tag))`,
  'i',
)
/** Letters behind the tag that tell whether it is only spoken of. */
const lookedAt = 3
/** What a text between two closing tags may have of letters and still be the end of a thought. */
const longestRest = 200

/**
 * Parts the thoughts that models write into their answer (`<think>…</think>`, `◁think▷…◁/think▷`: whole, never opened, never closed) from
 * its text, piece by piece. The beginning of a tag is held back until it is one or is none.
 */
export class Thoughts {
  #isThinking = false
  #held = ''
  readonly #told = new ToldText()
  #hasThought = false
  /** The text behind a block begins with its first letter. */
  #skipsBlank = false

  take(piece: string): Told[] {
    this.#held += piece
    return this.#read(toHold)
  }

  /** The answer is over: what was held back is what it is. */
  end(): Told[] {
    return this.#read(() => 0, true)
  }

  #read(keep: (text: string, isThinking: boolean, isLineBegun: boolean) => number, isOver = false): Told[] {
    const told: Told[] = []
    for (let block = this.#nextBlock(isOver); block; block = this.#nextBlock(isOver)) told.push(...block)
    const end = this.#held.length - keep(this.#held, this.#isThinking, this.#told.isLineBegun)
    told.push(...this.#tell(this.#held.slice(0, end)))
    this.#held = this.#held.slice(end)
    return told
  }

  /** Up to the next place where text and thoughts change; null when there is none yet. */
  #nextBlock(isOver: boolean): Told[] | null {
    if (this.#isThinking) {
      const close = closing.exec(this.#held)
      return close && this.#leave(close.index, close[0].length)
    }
    // Stands for what the line has before.
    const before = this.#told.isLineBegun ? this.#told.last.trim() || '。' : ''
    const text = before + this.#held
    const open = opening.exec(text)
    const close = this.#closeIn(text, isOver)
    if (close && (!open || close.index < open.index)) return this.#closeUnopened(close, before.length)
    return open && this.#open(open.index - before.length, open[0].length)
  }

  #open(at: number, length: number): Told[] {
    const told = this.#tell(this.#held.slice(0, at))
    this.#held = this.#held.slice(at)
    // An example of code is the text's own.
    if (this.#told.isFenced) return [...told, ...this.#take(length)]
    this.#held = this.#held.slice(length)
    this.#isThinking = true
    return told
  }

  #take(length: number): Told[] {
    const told = this.#tell(this.#held.slice(0, length))
    this.#held = this.#held.slice(length)
    return told
  }

  #closeIn(text: string, isOver: boolean): Closing | null {
    const found = unopened.exec(isOver ? `${text}\n。` : text)
    if (!found || this.#told.isNamed || thoughtTag.test(text.slice(0, found.index))) return null
    const behind = text.slice(found.index + found[0].length).trimStart()
    const isLast = behind === ''
    if (!isOver && !behind.includes('\n') && behind.length < lookedAt) return null
    return { index: found.index, length: found[0].length, isLast }
  }

  /** Behind a block, a text of some length is no thought: the tag alone goes. */
  #closeUnopened({ index, length, isLast }: Closing, before: number): Told[] {
    const at = index - before
    const isStray = this.#hasThought && (isLast || this.#told.length + at > longestRest || this.#told.hasSection)
    if (isStray) {
      const told = this.#take(at)
      this.#held = this.#held.slice(length)
      return told
    }
    const retracted: Told[] = this.#told.length === 0 ? [] : [{ kind: 'retract' }]
    this.#isThinking = true
    return [...retracted, ...this.#leave(at, length)]
  }

  #leave(at: number, length: number): Told[] {
    const told = this.#tell(this.#held.slice(0, at))
    this.#held = this.#held.slice(at + length)
    this.#isThinking = false
    this.#hasThought = true
    this.#skipsBlank = true
    this.#told.beginAgain()
    return told
  }

  #tell(piece: string): Told[] {
    if (this.#isThinking) return piece === '' ? [] : [{ kind: 'reasoning', text: piece }]
    const text = this.#skipsBlank ? piece.trimStart() : piece
    if (text === '') return []
    this.#skipsBlank = false
    this.#told.add(text)
    return [{ kind: 'text', text }]
  }
}

interface Closing {
  index: number
  length: number
  /** Nothing stands behind it. */
  isLast: boolean
}

/** Characters at the end that may become a tag, are one of which the text behind tells more, or the blank that may stand before one. */
function toHold(text: string, isThinking: boolean, isLineBegun: boolean): number {
  const start = Math.max(text.lastIndexOf('<'), text.lastIndexOf('◁'))
  const end = start < 0 ? '' : text.slice(start).toLowerCase()
  const tag = mayBeTag(end) || (!isThinking && isJustClosed.test(end)) ? end.length : 0
  const beside = text.slice(0, text.length - tag)
  const blank = isThinking
    ? ''
    : (/(?:^|\n)([ \t\ufeff\u200b]+)$/.exec(isLineBegun ? `。${beside}` : beside)?.[1] ?? '')
  return tag + blank.length
}

const isJustClosed = new RegExp(`^${closingTag}\\s*[^\\s]{0,2}$`, 'i')

/** `<`, `</thin`, `<thought`, `◁/think`, `<think type="dee`. */
function mayBeTag(end: string): boolean {
  const [, slash = '', name = '', rest = ''] = /^[<◁](\/?)([a-z]*)([^]*)$/.exec(end) ?? []
  if (end === '') return false
  if (rest === '') return thoughtNames.some((known) => known.startsWith(name))
  const isMore = slash === '' ? /^\s[^<>\n]{0,80}$/ : /^\s{1,9}$/
  return end.startsWith('<') && thoughtNames.includes(name) && isMore.test(rest)
}
