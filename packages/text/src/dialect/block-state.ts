import MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { PlainToken } from './token.ts'

const { State } = new MarkdownIt().block

/** Where reading stands in the lines of a text. */
export class BlockState extends State {
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const token = new PlainToken(type, tag, nesting)
    if (nesting < 0) this.level -= 1
    token.level = this.level
    if (nesting > 0) this.level += 1
    this.tokens.push(token)
    return token
  }
}
