import type { MarkdownIt, StateBlock } from 'markdown-it'
import { firstCharacter } from './first-character.ts'

/** Two marks and more, one before a number of a chapter, or a full-width space: not a hashtag (`#露营#`, `#周末`). */
const unspaced = /^(#{1,6})(?=\u3000|(?<=##)[^#\s]|(?<!##)第?[一二三四五六七八九十\d]+[、．.章节篇])(.*)$/u

/** A heading whose writer forgot the space (`##一、选地点`) or typed a wide one. */
export function unspacedHeadings(markdown: MarkdownIt): void {
  markdown.block.ruler.before('heading', 'unspaced_heading', rule, { alt: ['paragraph', 'reference', 'blockquote'] })
}

function rule(state: StateBlock, start: number, _last: number, silent: boolean): boolean {
  if (firstCharacter(state, start) !== '#') return false
  const line = state.getLines(start, start + 1, state.blkIndent, false).trim()
  const match = unspaced.exec(line)
  if (!match) return false
  const [, marks = '', words = ''] = match
  const text = words.replace(/\s+#+$/, '')
  if (text.includes('#')) return false
  if (silent) return true
  const tag = `h${marks.length}`
  const open = state.push('heading_open', tag, 1)
  open.map = [start, start + 1]
  const inline = state.push('inline', '', 0)
  inline.content = text.trim()
  inline.map = [start, start + 1]
  state.push('heading_close', tag, -1)
  state.line = start + 1
  return true
}
