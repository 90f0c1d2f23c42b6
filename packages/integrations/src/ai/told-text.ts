import { thoughtTag } from './thought-tag.ts'

/** What has to be remembered of a text that was passed on, to read on behind it. */
export class ToldText {
  /** Its last character; empty before the first. */
  last = ''
  length = 0
  /** The line has letters, and more than blank. */
  isLineBegun = false
  /** It speaks of the tag by its name. */
  isNamed = false
  /** A part of what was asked for has begun. */
  hasSection = false
  #line = ''
  #fences = 0
  #hasLine = false

  /** Within a fence other than the one around the whole answer. */
  get isFenced(): boolean {
    return this.#fences % 2 === 1
  }

  /** Behind a block of thoughts: nothing stands there yet. */
  beginAgain(): void {
    this.last = ''
    this.length = 0
    this.isLineBegun = false
    this.hasSection = false
    this.#line = ''
  }

  add(text: string): void {
    const lines = (this.#line + text).split('\n')
    this.isNamed ||= lines.some((line) => thoughtTag.test(line))
    this.hasSection ||= lines.some((line) => /【[^【】\n]{1,12}】/u.test(line))
    for (const line of lines.slice(0, -1)) this.#countFence(line)
    this.#line = (lines.at(-1) ?? '').slice(0, longestLine)
    this.isLineBegun = /[^\s\ufeff\u200b]/.test(this.#line)
    this.last = text.slice(-1)
    this.length += text.length
  }

  #countFence(line: string): void {
    if (line.trim() === '') return
    if (/^\s*(?:```|~~~)/.test(line) && this.#hasLine) this.#fences += 1
    this.#hasLine = true
  }
}

/** Of a line that goes on, what tells its kind. */
const longestLine = 80
