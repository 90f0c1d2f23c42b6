import { isBareAddress } from './blocks.ts'
import type { Block, Inline } from './blocks.ts'
import { readMarkdown } from './read-markdown.ts'

/**
 * Words of a text as a Chinese editor counts them: each CJK character one, each run of other letters or digits one. What is read counts and
 * not how it is written: no mark, no number of a list, no address behind a link. A formula and an address in the text are one word each.
 */
export function countWords(markdown: string): number {
  return readMarkdown(markdown).reduce((sum, block) => sum + blockWords(block), 0)
}

function blockWords(block: Block): number {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return wordsIn(spoken(block.inlines))
    case 'code':
      return wordsIn(block.text)
    case 'formula':
      return 1
    case 'rule':
      return 0
    case 'quote':
      return sumOf(block.blocks)
    case 'list':
      return block.items.reduce((sum, item) => sum + sumOf(item), 0)
    case 'table':
      break
  }
  return [block.header, ...block.rows].flat().reduce((sum, cell) => sum + wordsIn(spoken(cell)), 0)
}

const sumOf = (blocks: readonly Block[]) => blocks.reduce((sum, block) => sum + blockWords(block), 0)

/** What a formula or an address counts as. */
const oneWord = ' x '

function spoken(inlines: readonly Inline[]): string {
  return inlines.map(spokenInline).join('')
}

function spokenInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text
    case 'formula':
      return oneWord
    case 'break':
      return '\n'
    case 'link':
      return isBareAddress(inline) ? oneWord : spoken(inline.inlines)
    case 'strong':
    case 'emphasis':
    case 'deleted':
      break
  }
  return spoken(inline.inlines)
}

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc]/gu
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.-][\p{L}\p{N}]+)*/gu

function wordsIn(text: string): number {
  const others = text.replaceAll(cjk, ' ')
  return (text.match(cjk)?.length ?? 0) + (others.match(word)?.length ?? 0)
}
