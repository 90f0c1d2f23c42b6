import type { MarkdownIt, StateInline, Token } from 'markdown-it'
import { Finder } from './finder.ts'
import { FlankingState } from './flanking-state.ts'
import { PlainToken } from './token.ts'

export type InlineRule = (state: InlineState, silent: boolean) => boolean
/** The rules that a character may begin, by its code; above 127 none but the text's own. */
export type InlineRules = readonly (readonly InlineRule[])[]

/** Of each `[` the `]` that closes it. */
export interface Brackets {
  ends: Int32Array
  /** Whether a link stands between them, so that they are none themselves. */
  holdsLink: Uint8Array
  /** Whether other brackets stand between them, which no name of a definition has. */
  holdsBracket: Uint8Array
}

/**
 * Where reading stands within a paragraph. Two things make it linear with a small factor: a rule is only asked where its mark stands, and
 * what a rule looks for further on is found once for all the marks before it.
 */
export class InlineState extends FlankingState {
  brackets: Brackets | null = null
  /** How many characters of emphasis the paragraph had so far. */
  marks = 0
  private readonly rules: InlineRules
  private finder = new Finder('')

  constructor(markdown: MarkdownIt, rules: InlineRules) {
    super('', markdown, {}, [])
    this.rules = rules
  }

  /** Making a state costs more than reading most paragraphs: one serves all of them. */
  begin(content: string, env: StateInline['env']) {
    this.src = content
    this.env = env
    this.tokens = []
    this.tokens_meta = []
    this.pos = 0
    this.posMax = content.length
    this.pending = ''
    this.backticks = {}
    this.backticksScanned = false
    this.linkLevel = 0
    this.delimiters = []
    this._prev_delimiters = []
    this.brackets = null
    this.marks = 0
    this.finder = new Finder(content)
  }

  /** Reads on up to `posMax`. */
  read() {
    while (this.pos < this.posMax) {
      if (!this.step(false)) this.pending += this.src.charAt(this.pos++)
    }
    if (this.pending !== '') this.pushPending()
  }

  /** Past what one rule takes; false where a character is only itself. */
  step(silent: boolean): boolean {
    const code = this.src.charCodeAt(this.pos)
    const rules = this.rules[code < 128 ? code : 128] ?? []
    for (const rule of rules) if (rule(this, silent)) return true
    return false
  }

  /** Where a mark stands next, or -1. */
  nextOf(mark: string, from: number): number {
    return this.finder.nextOf(mark, from)
  }

  override pushPending(): Token {
    const token = new PlainToken('text', '', 0)
    token.content = this.pending
    this.tokens.push(token)
    this.pending = ''
    return token
  }

  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    if (this.pending !== '') this.pushPending()
    if (nesting < 0) this.delimiters = this._prev_delimiters.pop() ?? []
    if (nesting > 0) {
      this._prev_delimiters.push(this.delimiters)
      this.delimiters = []
      this.tokens_meta.push({ delimiters: this.delimiters })
    }
    const token = new PlainToken(type, tag, nesting)
    this.tokens.push(token)
    return token
  }
}
