import { withoutChatter } from './chatter.ts'
import { findMarkers } from './markers.ts'
import type { ToolSection } from './section.ts'

export interface Unfenced {
  before: string
  inside: string
  behind: string
}

/** A text in a fence, closed or not, and what stands around it; a fence that is a part of the text is left alone. */
export function unfence(text: string, sections: readonly ToolSection[]): Unfenced {
  const whole = { before: '', inside: text, behind: '' }
  // A text is read again with every word that comes: what has no fence is not searched for the place of one.
  if (!text.includes('```') && !text.includes('~~~')) return whole
  const open = /^((?:(?!```|~~~)[^])*?)(?:^|\n)[ \t]*(`{3,}|~{3,})([a-z]*)[ \t]*\n/u.exec(text)
  if (!open) return whole
  const [opening, before = '', mark = '', language = ''] = open
  const { inside, behind } = closedAt(text.slice(opening.length), mark)
  return isAround({ before, inside, behind }, { mark, language }, sections) ? { before, inside, behind } : whole
}

/** Fence lines inside come in pairs; one more closes the fence around everything. A shorter one, or of the other mark, is text there. */
function closedAt(content: string, mark: string): { inside: string; behind: string } {
  const fences = [...content.matchAll(new RegExp(`(?:^|\\n)[ \\t]*${mark}${mark.charAt(0)}*([^\\n]*)`, 'gu'))]
  const last = fences.at(-1)
  if (!last || fences.length % 2 === 0 || last[1]?.trim() !== '') return { inside: content, behind: '' }
  return { inside: content.slice(0, last.index), behind: content.slice(last.index + last[0].length) }
}

/** Without a marker to tell, a fence with nothing but greetings beside it: unless it is a program's, or may as well be two. */
function isAround(
  { before, inside, behind }: Unfenced,
  fence: { mark: string; language: string },
  sections: readonly ToolSection[],
): boolean {
  if (findMarkers(before, sections).length > 0) return false
  if (findMarkers(inside, sections).length > 0) return true
  const inner = inside.split('\n').filter((line) => line.trimStart().startsWith(fence.mark)).length
  const isOne = inner % 2 === 0 && (inner === 0 || fence.language !== '')
  return isOne && isProse.test(fence.language) && withoutChatter(before) === '' && behind.trim() === ''
}

const isProse = /^(?:|markdown|md|text|txt|plaintext)$/u
