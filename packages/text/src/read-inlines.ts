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
const closing = { strong_open: 'strong_close', em_open: 'em_close', s_open: 's_close' } as const
const isEmphasis = (type: string): type is keyof typeof emphasis => type in emphasis

function inlineList(reading: Reading, depth: number, end?: string): Inline[] {
  const inlines: Inline[] = []
  let skipped = 0
  for (let token = reading.tokens.next(); token; token = reading.tokens.next()) {
    if (token.type === 'text') addText(inlines, token.content)
    else if (depth >= deepest && isEmphasis(token.type)) skipped += 1
    else if (skipped > 0 && /^(?:strong|em|s)_close$/.test(token.type)) skipped -= 1
    else if (token.type === end) break
    else addInline(inlines, token, reading, depth)
  }
  return inlines
}

/** Texts that stand side by side are one. */
function addText(inlines: Inline[], words: string) {
  const last = inlines.at(-1)
  if (last?.kind === 'text') last.text += words
  else if (words !== '') inlines.push(text(words))
}

function addInline(inlines: Inline[], token: Token, reading: Reading, depth: number) {
  switch (token.type) {
    case 'strong_open':
    case 'em_open':
    case 's_open':
      inlines.push({ kind: emphasis[token.type], inlines: inlineList(reading, depth + 1, closing[token.type]) })
      break
    case 'code_inline':
      inlines.push({ kind: 'code', text: token.content })
      break
    case 'softbreak':
    case 'hardbreak':
      inlines.push({ kind: 'break' })
      break
    case 'link_open':
      addLink(inlines, String(token.attrGet('href')), reading, depth)
      break
    case 'image': {
      const href = String(token.attrGet('src'))
      inlines.push({ kind: 'link', href, inlines: [text(`［图片：${token.content}］`)] })
      break
    }
    case 'formula':
      inlines.push(formulaOf(token))
      break
    default:
      // `text_special`, a character that was escaped or written as a reference.
      addText(inlines, token.content)
  }
}

const formulaOf = ({ content, meta }: Token): Inline => ({
  kind: 'formula',
  source: content,
  formula: String(meta?.['formula']),
  isDisplay: meta?.['isDisplay'] === true,
})

/** A link that leads nowhere is the text it was written as; one that shows its own address has it as it is shown. */
function addLink(inlines: Inline[], href: string, reading: Reading, depth: number) {
  const within = inlineList(reading, depth + 1, 'link_close')
  if (href === '') {
    addText(inlines, '[')
    for (const inline of within) {
      if (inline.kind === 'text') addText(inlines, inline.text)
      else inlines.push(inline)
    }
    return addText(inlines, ']()')
  }
  const shown = plainInlines(within)
  const isShown = /^https?:/i.test(shown) && reading.addressOf(shown) === href
  inlines.push({ kind: 'link', href: isShown ? shown : href, inlines: within })
}
