import type { MarkdownIt, StateInline, Token } from 'markdown-it'
import { addressRule, isWord, mayHoldAddress, textRule } from './addresses.ts'
import { emphasisRule, strikethroughRule } from './emphasis.ts'
import { formulaRule } from './formulas.ts'
import { InlineState } from './inline-state.ts'
import type { InlineRule, InlineRules } from './inline-state.ts'
import { lineBreakRule } from './line-breaks.ts'
import { imageRule, linkRule } from './links.ts'
import { PlainToken } from './token.ts'

type ReadInline = (content: string, env: StateInline['env']) => readonly Token[]

const mark = /[\n!$&*<[\\_`~]/

/** Reads what stands within a paragraph, a heading or a cell. */
export function createInlineReader(markdown: MarkdownIt): ReadInline {
  const state = new InlineState(markdown, rulesOf(markdown))
  markdown.inline.ruler2.enableOnly(['balance_pairs', 'strikethrough', 'emphasis'])
  const pairUp = markdown.inline.ruler2.getRules('')
  return (content, env) => {
    if (!mark.test(content) && !mayHoldAddress(content)) return [textToken(content)]
    state.begin(content, env)
    state.read()
    if (state.delimiters.length > 0 || state.tokens_meta.length > 0) for (const rule of pairUp) rule(state)
    return state.tokens
  }
}

function textToken(content: string): Token {
  const token = new PlainToken('text', '', 0)
  token.content = content
  return token
}

/** Ours stand in the place of the library's own of the same marks. */
function rulesOf(markdown: MarkdownIt): InlineRules {
  const library = (name: string): InlineRule[] => {
    markdown.inline.ruler.enableOnly(name)
    return [...markdown.inline.ruler.getRules('')]
  }
  const rules = new Map<string, InlineRule[]>([
    ['\n', library('newline')],
    ['\\', [formulaRule, ...library('escape')]],
    ['$', [formulaRule]],
    ['`', library('backticks')],
    ['~', [strikethroughRule]],
    ['*', [emphasisRule]],
    ['_', [addressRule, emphasisRule]],
    ['[', [linkRule]],
    [']', []],
    ['!', [imageRule]],
    ['<', [lineBreakRule, ...library('autolink')]],
    ['&', library('entity')],
  ])
  return Array.from({ length: 129 }, (_, code) => {
    const own = rules.get(String.fromCharCode(code))
    return own ?? (code < 128 && isWord(code) ? [addressRule, textRule] : [textRule])
  })
}
