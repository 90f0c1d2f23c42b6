import { withoutChatter } from './chatter.ts'
import { findMarkers } from './markers.ts'
import type { ToolSection } from './section.ts'

interface Unfenced {
  before: string
  inside: string
  behind: string
}

interface Fenced extends Unfenced {
  mark: string
  language: string
}

/** A text in a fence, closed or not, and what stands around it; a fence that is a part of the text is left alone. */
export function unfence(text: string, sections: readonly ToolSection[]): Unfenced {
  const fenced = firstFence(text)
  if (!fenced || !isAround(fenced, sections)) return { before: '', inside: text, behind: '' }
  const { before, inside, behind } = fenced
  return { before, inside, behind }
}

/** What the first fence of a text holds, and what stands around it. */
export function firstFence(text: string): Fenced | null {
  // A text is read again with every word that comes: what has no fence is not searched for the place of one.
  if (!text.includes('```') && !text.includes('~~~')) return null
  const open = /^((?:(?!```|~~~)[^])*?)(?:^|\n)[ \t]*(`{3,}|~{3,})([a-z]*)[ \t]*\n/u.exec(text)
  if (!open) return null
  const [opening, before = '', mark = '', language = ''] = open
  return { before, ...closedAt(text.slice(opening.length), mark), mark, language }
}

/**
 * Fence lines inside come in pairs; one more closes the fence around everything. A shorter one, or of the other mark, is text there. Where
 * there is none, a mark behind the last words closes it.
 */
function closedAt(content: string, mark: string): { inside: string; behind: string } {
  const fences = [...content.matchAll(new RegExp(`(?:^|\\n)[ \\t]*${mark}${mark.charAt(0)}*([^\\n]*)`, 'gu'))]
  const last = fences.at(-1)
  if (!last) {
    const end = content.trimEnd()
    return { inside: end.endsWith(mark) ? end.slice(0, -mark.length) : content, behind: '' }
  }
  if (fences.length % 2 === 0 || last[1]?.trim() !== '') return { inside: content, behind: '' }
  return { inside: content.slice(0, last.index), behind: content.slice(last.index + last[0].length) }
}

/** Without a marker to tell, a fence with nothing but greetings beside it: unless it is a program's, or may as well be two. */
function isAround({ before, inside, behind, mark, language }: Fenced, sections: readonly ToolSection[]): boolean {
  if (findMarkers(before, sections).length > 0) return false
  if (findMarkers(inside, sections).length > 0) return true
  const inner = inside.split('\n').filter((line) => line.trimStart().startsWith(mark)).length
  const isOne = inner % 2 === 0 && (inner === 0 || language !== '')
  return isOne && namesOfProse.test(language) && withoutChatter(before) === '' && behind.trim() === ''
}

const namesOfProse = /^(?:|markdown|md|text|txt|plaintext)$/u
