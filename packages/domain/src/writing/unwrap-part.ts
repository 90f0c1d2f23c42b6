import { withoutAnnouncement } from '@mozhou/contracts/results/chatter'
import { unfence } from '@mozhou/contracts/results/unfence'

/**
 * A text that goes on from `base`, without what models put around its new end: an announcement, a fence, the marker of the section that it
 * stands in, and where `title` is given, that once more.
 */
export function unwrapPart(base: string, text: string, title: string): string {
  const part = text.slice(base.length)
  const announced = withoutAnnouncement(part.replaceAll('\r\n', '\n'))
  // What closes a fence of the text before opens none.
  const inside = base.split(/^[ \t]*(?:```|~~~)/mu).length % 2 === 1 ? unfence(announced, []).inside : announced
  const bare = withoutTitle(withoutMarker(inside), title)
  if (bare.trim() === part.trim() || bare.trim() === '') return text
  return base + joint(base) + bare.trim()
}

/** What stood between the two was taken away: a sentence that is whole ends its paragraph. */
const joint = (base: string) => (base === '' || /[\p{L}\p{N}，、,；;\n]$/u.test(base) ? '' : '\n\n')

const withoutMarker = (part: string) => part.replace(/^\s*【[^】\n]{1,12}】[ \t]*[:：]?[ \t]*\n/u, '')

/** The title as a heading or a line of its own, whatever marks it has, and with or without the number of its chapter. */
function withoutTitle(part: string, title: string): string {
  const first = /^\s*([^\n]*?)\s*(?:\n+|$)/u.exec(part)
  const isTitle = letters(title) !== '' && [letters, unnumbered].some((read) => read(first?.[1] ?? '') === read(title))
  return first && isTitle ? part.slice(first[0].length) : part
}

const letters = (line: string) => line.replaceAll(/[^\p{L}\p{N}]/gu, '')
const unnumbered = (line: string) =>
  letters(line.replace(/^[#*\s]*(?:第?\s*[\d一二三四五六七八九十]{1,3}\s*(?:部分|[章节回、.．]))/u, ''))
