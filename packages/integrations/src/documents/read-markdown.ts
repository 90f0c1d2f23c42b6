import { Lexer, lexer } from 'marked'
import type { Token, Tokens } from 'marked'
import { lined, text } from './blocks.ts'
import type { Block, Inline } from './blocks.ts'

/** As the screen reads it: a single line end is a line break. */
const dialect = { gfm: true, breaks: true } as const

/** Markdown as blocks. HTML in it is text like any other: it is shown and never run. */
export function readMarkdown(markdown: string): Block[] {
  return blocksOf(lexer(markdown, dialect))
}

/** One line of Markdown, whatever it begins with: `1. ` or `- ` opens no list. */
export function readInlines(line: string): Inline[] {
  return inlineList(Lexer.lexInline(line, dialect))
}

function blocksOf(tokens: readonly Token[]): Block[] {
  return tokens.flatMap((token) => blockOf(token))
}

/** marked types its tokens loosely, so each is narrowed by its name here, at the edge. */
function blockOf(token: Token): Block[] {
  switch (token.type) {
    case 'space':
    case 'def':
    // The item that holds it says whether it is ticked.
    case 'checkbox':
      return []
    case 'heading':
      return [{ kind: 'heading', level: (token as Tokens.Heading).depth, inlines: inlinesOf(token) }]
    case 'list':
      return [listOf(token as Tokens.List)]
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocksOf(token.tokens ?? []) }]
    case 'table':
      return [tableOf(token as Tokens.Table)]
    case 'code':
      return [{ kind: 'code', text: (token as Tokens.Code).text }]
    case 'hr':
      return [{ kind: 'rule' }]
    case 'html':
      return [{ kind: 'paragraph', inlines: lined(decode(token.raw.trim())) }]
    default:
      return [{ kind: 'paragraph', inlines: inlinesOf(token) }]
  }
}

function listOf(token: Tokens.List): Block {
  const items = token.items.map((item) => {
    const blocks = blocksOf(item.tokens)
    const mark = item.task ? text(item.checked ? '☑ ' : '☐ ') : null
    const [first, ...rest] = blocks
    if (!mark || first?.kind !== 'paragraph')
      return mark ? [{ kind: 'paragraph' as const, inlines: [mark] }, ...blocks] : blocks
    return [{ ...first, inlines: [mark, ...first.inlines] }, ...rest]
  })
  return { kind: 'list', isOrdered: token.ordered, start: typeof token.start === 'number' ? token.start : 1, items }
}

function tableOf(token: Tokens.Table): Block {
  const cells = (row: Tokens.TableCell[]) => row.map((cell) => inlineList(cell.tokens))
  return { kind: 'table', header: cells(token.header), rows: token.rows.map(cells) }
}

function inlinesOf(token: Token): Inline[] {
  const { tokens } = token as { tokens?: Token[] }
  return tokens ? inlineList(tokens) : [text(decode(textOf(token)))]
}

function inlineList(tokens: readonly Token[]): Inline[] {
  return tokens.flatMap((token) => inlineOf(token))
}

function inlineOf(token: Token): Inline[] {
  switch (token.type) {
    case 'strong':
      return [{ kind: 'strong', inlines: inlinesOf(token) }]
    case 'em':
      return [{ kind: 'emphasis', inlines: inlinesOf(token) }]
    case 'del':
      return [{ kind: 'deleted', inlines: inlinesOf(token) }]
    case 'codespan':
      return [{ kind: 'code', text: textOf(token) }]
    case 'br':
      return [{ kind: 'break' }]
    case 'link':
      return [{ kind: 'link', href: (token as Tokens.Link).href, inlines: inlinesOf(token) }]
    case 'image':
      return [{ kind: 'link', href: (token as Tokens.Image).href, inlines: [text(`［图片：${textOf(token)}］`)] }]
    case 'html':
      return /^<br\s*\/?>$/iu.test(token.raw) ? [{ kind: 'break' }] : [text(decode(token.raw))]
    case 'checkbox':
      return []
    default:
      return inlinesOf(token)
  }
}

function textOf(token: Token): string {
  return 'text' in token && typeof token.text === 'string' ? token.text : token.raw
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** Character references mean their character in Markdown (CommonMark 0.31, section 2.5). */
function decode(value: string): string {
  return value.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]+));/g, (all, decimal, hex, name) => {
    if (typeof name === 'string') return named[name] ?? all
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}
