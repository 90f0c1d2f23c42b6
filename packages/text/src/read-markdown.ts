import type { StateInline, Token } from 'markdown-it'
import type { Alignment, Block, Inline } from './blocks.ts'
import { text } from './blocks.ts'
import { createInlineReader } from './dialect/inline-reader.ts'
import { createParser } from './dialect/parser.ts'
import { inlinesOf } from './read-inlines.ts'
import type { Cursor } from './token-cursor.ts'
import { cursorOver } from './token-cursor.ts'

const parser = createParser()
const readInline = createInlineReader(createParser())

/** Markdown as blocks. HTML in it is text like any other: it is shown and never run. */
export function readMarkdown(markdown: string): Block[] {
  const { tokens, lines, env } = tokensOf(markdown)
  const reading = {
    tokens: cursorOver(tokens),
    lines,
    inlines: (content: string) => inlinesOf(readInline(content, env), parser.normalizeLink),
  }
  return blocksOf(reading)
}

/** One line of Markdown, whatever it begins with: `1. ` or `- ` opens no list. */
export function readInlines(line: string): Inline[] {
  return inlinesOf(readInline(normal(line), {}), parser.normalizeLink)
}

/** The lines of every block at the top, from the first up to the one after the last. */
export function blockLines(markdown: string): [number, number][] {
  return tokensOf(markdown).tokens.flatMap(({ level, map, nesting }) =>
    level === 0 && map && nesting >= 0 ? [map] : [],
  )
}

/** Line ends are one character, and no text holds the one that ends strings elsewhere. */
const normal = (markdown: string) => markdown.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '\ufffd')

function tokensOf(markdown: string) {
  const source = normal(markdown)
  const tokens: Token[] = []
  const env: StateInline['env'] = {}
  parser.block.parse(source, parser, env, tokens)
  return { tokens, lines: source.split('\n'), env }
}

interface Reading {
  tokens: Cursor
  lines: readonly string[]
  inlines: (content: string) => Inline[]
}

function blocksOf(reading: Reading, end?: string): Block[] {
  const blocks: Block[] = []
  for (let token = reading.tokens.next(); token && token.type !== end; token = reading.tokens.next())
    addBlock(blocks, token, reading)
  return blocks
}

function addBlock(blocks: Block[], token: Token, reading: Reading) {
  const { inlines } = reading
  switch (token.type) {
    case 'paragraph':
      return blocks.push({ kind: 'paragraph', inlines: inlines(token.content) })
    case 'heading_open':
      return blocks.push({
        kind: 'heading',
        level: Number(token.tag.slice(1)),
        inlines: inlines(contentOf(reading.tokens)),
      })
    case 'blockquote_open':
      return blocks.push({ kind: 'quote', blocks: blocksOf(reading, 'blockquote_close') })
    case 'bullet_list_open':
    case 'ordered_list_open':
      return addLists(blocks, token, reading)
    case 'table':
      return blocks.push(tableOf(token, reading))
    case 'fence':
      return blocks.push(...fenceOf(token))
    case 'formula_block':
      return blocks.push({ kind: 'formula', source: token.content, formula: String(token.meta?.['formula']) })
    case 'hr':
      return blocks.push({ kind: 'rule' })
    case 'reference_definition':
      return blocks.push({ kind: 'paragraph', inlines: definitionOf(token, reading.lines) })
    default:
      throw new Error(`no block is known for the token ${token.type}`)
  }
}

/** A language beside the fence is a mark; words are the writer's (```` ```提示：先看这里 ````). */
function fenceOf({ info, content }: Token): Block[] {
  const words = /[^\u0020-\u007e]/.test(info) ? info.replace(/^[\w+#.-]+\s+/, '').trim() : ''
  const code: Block = { kind: 'code', text: content.replace(/\n$/, '') }
  return words === '' ? [code] : [{ kind: 'paragraph', inlines: [text(words)] }, code]
}

/** As it stands in the source, without the marks of what it stands in; the links that it serves have its address besides. */
function definitionOf({ map }: Token, lines: readonly string[]): Inline[] {
  const source = lines.slice(map?.[0], map?.[1]).join('\n')
  return readInlines(source.slice(source.indexOf('[')).replaceAll('[', '&#91;'))
}

/** The inline token of a block, and past its closing one. */
function contentOf(tokens: Cursor): string {
  const content = tokens.next()
  tokens.next()
  return content?.content ?? ''
}

type List = Extract<Block, { kind: 'list' }>

/** Beyond this a number is a year, and what follows it a paragraph. */
const longestList = 999

/** A number that does not follow from the one before begins a list of its own: it is shown as it was written. */
function addLists(blocks: Block[], open: Token, reading: Reading) {
  const isOrdered = open.type === 'ordered_list_open'
  let list: List | null = null
  let before = Number.NaN
  for (let token = reading.tokens.next(); token?.type === 'list_item_open'; token = reading.tokens.next()) {
    const number = isOrdered ? Number(token.info) : before
    const item = ticked(blocksOf(reading, 'list_item_close'))
    const isNext = !isOrdered || number === before || number === before + 1
    before = number
    if (number > longestList) {
      blocks.push(...led(`${token.info}${token.markup} `, item))
      list = null
    } else if (list && isNext) list.items.push(item)
    else {
      list = { kind: 'list', isOrdered, start: isOrdered ? number : 1, items: [item] }
      blocks.push(list)
    }
  }
}

/** Blocks with words before the first. */
function led(words: string, [first, ...rest]: readonly Block[]): Block[] {
  if (first?.kind === 'paragraph') return [{ ...first, inlines: [text(words), ...first.inlines] }, ...rest]
  return [{ kind: 'paragraph', inlines: [text(words)] }, ...(first ? [first] : []), ...rest]
}

/** `[ ]` and `[x]` at the beginning of an item. */
function ticked(item: Block[]): Block[] {
  const first = item[0]
  const start = first?.kind === 'paragraph' ? first.inlines[0] : undefined
  if (first?.kind !== 'paragraph' || start?.kind !== 'text' || !start.text.startsWith('[')) return item
  const match = /^\[([ xX])\](?:\s+|$)/.exec(start.text)
  if (!match) return item
  const mark = match[1] === ' ' ? '☐ ' : '☑ '
  const words = text(mark + start.text.slice(match[0].length))
  return [{ ...first, inlines: [words, ...first.inlines.slice(1)] }, ...item.slice(1)]
}

function tableOf(open: Token, { tokens, inlines }: Reading): Block {
  const rows: Inline[][][] = []
  for (let token = tokens.next(); token && token.type !== 'table_end'; token = tokens.next()) {
    if (token.type === 'row') rows.push([])
    else rows.at(-1)?.push(inlines(token.content))
  }
  const [header = [], ...body] = rows
  return { kind: 'table', header, rows: body, alignments: (open.meta?.['alignments'] ?? []) as (Alignment | null)[] }
}
