import { columnCount, filledRow, isBareAddress, plainInlines } from '@mozhou/text/blocks'
import type { Block, Inline, Table } from '@mozhou/text/blocks'
import { mediaAddress } from '../media-address.ts'
import type { Adapting } from './adapting.ts'
import { escapeMarkdown } from '../blocks/escape-markdown.ts'
import { isPicture } from '../blocks/picture-link.ts'
import { unnamedPictures } from './unnamed-pictures.ts'
import { labelBlock } from '../blocks/simplify.ts'

/** Blocks as the plain Markdown that 简书's Markdown notebooks take: what our dialect reads of it is what was written. */
export function writeMarkdown(blocks: readonly Block[], label: string | null, adapting: Adapting): string {
  const quoted: Block[] = label === null ? [] : [{ kind: 'quote', blocks: [labelBlock(label)] }]
  const written = siblings([...quoted, ...blocks], adapting)
  const behind = unnamedPictures(adapting).map(({ id, alt }) => `![${escapeMarkdown(alt)}](${mediaAddress(id)})`)
  return [...written, ...behind].join('\n\n')
}

/** Two lists beside each other would be read as one, with other numbers, if they had the same marks. */
function siblings(blocks: readonly Block[], adapting: Adapting): string[] {
  let isOther = false
  return blocks.map((block, at) => {
    isOther = block.kind === 'list' && blocks[at - 1]?.kind === 'list' && !isOther
    return blockMarkdown(block, adapting, isOther)
  })
}

function blockMarkdown(block: Block, adapting: Adapting, hasOtherMarks: boolean): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inlinesMarkdown(block.inlines, adapting).replaceAll('\n', ' ')}`
    case 'paragraph':
      return inlinesMarkdown(block.inlines, adapting)
    case 'quote':
      return siblings(block.blocks, adapting).join('\n\n').replaceAll(/^/gmu, '> ')
    case 'code': {
      const fence = '`'.repeat(Math.max(3, ...[...block.text.matchAll(/`+/gu)].map(([run]) => run.length + 1)))
      return `${fence}\n${block.text}\n${fence}`
    }
    case 'formula':
      return block.source
    case 'rule':
      return '---'
    case 'table':
      return tableMarkdown(block, adapting)
    case 'list':
      break
  }
  return block.items
    .map((item, at) => {
      const mark = block.isOrdered ? `${block.start + at}${hasOtherMarks ? ')' : '.'} ` : hasOtherMarks ? '* ' : '- '
      const inner = siblings(item, adapting)
        .map((part, row) => between(item[row], row) + part)
        .join('')
      return mark + inner.replaceAll(/\n(?!\n)/gu, `\n${' '.repeat(mark.length)}`)
    })
    .join('\n')
}

/** A list follows its item's words at once; another paragraph leaves a line free. */
const between = (block: Block | undefined, row: number) => (row === 0 ? '' : block?.kind === 'list' ? '\n' : '\n\n')

const marks = { left: ':--', center: ':-:', right: '--:' } as const

function tableMarkdown(table: Table, adapting: Adapting): string {
  const columns = columnCount(table)
  const row = (cells: readonly Inline[][]) =>
    `| ${filledRow(cells, columns)
      .map((cell) => inlinesMarkdown(cell, adapting).replaceAll('\n', ' '))
      .join(' | ')} |`
  const line = Array.from({ length: columns }, (_, at) => marks[table.alignments[at] ?? 'left'])
  return [row(table.header), `| ${line.join(' | ')} |`, ...table.rows.map(row)].join('\n')
}

function inlinesMarkdown(inlines: readonly Inline[], adapting: Adapting): string {
  return inlines.map((inline) => inlineMarkdown(inline, adapting)).join('')
}

function inlineMarkdown(inline: Inline, adapting: Adapting): string {
  switch (inline.kind) {
    case 'text':
      return escapeMarkdown(inline.text)
    case 'break':
      return '\n'
    case 'code': {
      const fence = '`'.repeat(1 + Math.max(0, ...[...inline.text.matchAll(/`+/gu)].map(([run]) => run.length)))
      const gap = /^`|`$/u.test(inline.text) ? ' ' : ''
      return `${fence}${gap}${inline.text}${gap}${fence}`
    }
    case 'formula':
      return inline.source
    case 'strong':
      return `**${inlinesMarkdown(inline.inlines, adapting)}**`
    case 'emphasis':
      return `*${inlinesMarkdown(inline.inlines, adapting)}*`
    case 'deleted':
      return `~~${inlinesMarkdown(inline.inlines, adapting)}~~`
    case 'link':
      break
  }
  if (isPicture(inline)) {
    const { address, alt } = adapting.media.picture(inline)
    return `![${escapeMarkdown(alt)}](${address})`
  }
  // Its own text is the link: the readers of the platform and ours find it.
  if (isBareAddress(inline)) return plainInlines(inline.inlines)
  return `[${withoutBrackets(inlinesMarkdown(inline.inlines, adapting))}](<${inline.href.replaceAll(/[<>\s]/gu, encodeURIComponent)}>)`
}

/** Within a link's words; code is to the letter, and its brackets are none to Markdown. */
const withoutBrackets = (markdown: string) =>
  markdown.replaceAll(/(`+)(?:.*?[^`])\1(?!`)|[[\]]/gsu, (found) =>
    found === '[' ? '&#91;' : found === ']' ? '&#93;' : found,
  )
