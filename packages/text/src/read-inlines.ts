import type { Token } from 'markdown-it'
import type { Inline } from './blocks.ts'
import { plainInlines, text } from './blocks.ts'
import type { Cursor } from './token-cursor.ts'
import { cursorOver } from './token-cursor.ts'

/** Emphasis stands in emphasis this deep; what is set apart further is not set apart again. */
const deepest = 16

/** What stands within lines. `addressOf` writes an address as a link's target is written. */
export function inlinesOf(tokens: readonly Token[], addressOf: (words: string) => string): Inline[] {
  return inlineList({ tokens: cursorOver(tokens), addressOf }, 0)
}

interface Reading {
  tokens: Cursor
  addressOf: (words: string) => string
}

const emphasis = { strong_open: 'strong', em_open: 'emphasis', s_open: 'deleted' } as const
const isEmphasis = (type: string): type is keyof typeof emphasis => type in emphasis

function inlineList(reading: Reading, depth: number, end?: string): Inline[] {
  const inlines: Inline[] = []
  let skipped = 0
  for (let token = reading.tokens.next(); token; token = reading.tokens.next()) {
    if (depth >= deepest && isEmphasis(token.type)) skipped += 1
    else if (skipped > 0 && /^(?:strong|em|s)_close$/.test(token.type)) skipped -= 1
    else if (token.type === end) break
    else for (const next of inlineOf(token, reading, depth)) add(inlines, next)
  }
  return inlines
}

function add(inlines: Inline[], next: Inline) {
  const last = inlines.at(-1)
  if (next.kind === 'text' && last?.kind === 'text') last.text += next.text
  else if (next.kind !== 'text' || next.text !== '') inlines.push(next)
}

function inlineOf(token: Token, reading: Reading, depth: number): Inline[] {
  if (isEmphasis(token.type)) {
    const close = token.type.replace('_open', '_close')
    return [{ kind: emphasis[token.type], inlines: inlineList(reading, depth + 1, close) }]
  }
  switch (token.type) {
    case 'code_inline':
      return [{ kind: 'code', text: token.content }]
    case 'softbreak':
    case 'hardbreak':
      return [{ kind: 'break' }]
    case 'link_open':
      return linkOf(String(token.attrGet('href')), inlineList(reading, depth + 1, 'link_close'), reading)
    case 'image':
      return [{ kind: 'link', href: String(token.attrGet('src')), inlines: [text(`［图片：${token.content}］`)] }]
    case 'formula':
      return [
        {
          kind: 'formula',
          source: token.content,
          formula: String(token.meta?.['formula']),
          isDisplay: token.meta?.['isDisplay'] === true,
        },
      ]
    default:
      // `text` and `text_special`, a character that was escaped or written as a reference.
      return [text(token.content)]
  }
}

/** A link that leads nowhere is the text it was written as; one that shows its own address has it as it is shown. */
function linkOf(href: string, inlines: Inline[], { addressOf }: Reading): Inline[] {
  if (href === '') return [text('['), ...inlines, text(']()')]
  const shown = plainInlines(inlines)
  return [{ kind: 'link', href: /^https?:/i.test(shown) && addressOf(shown) === href ? shown : href, inlines }]
}
