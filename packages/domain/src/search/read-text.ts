import { blockText } from '@mozhou/text/block-text'
import { readMarkdown } from '@mozhou/text/read-markdown'

/** A text as it is read, without the marks that it is written with. */
export const readText = (markdown: string): string =>
  readMarkdown(markdown)
    .map((block) => blockText(block, ''))
    .join('\n')

/** In a line or two an address behind its words is in the way. */
const shownText = (markdown: string) => readText(markdown).replaceAll(/（https?:[^）]*）/gu, '')

/** The first words of a text, on one line, to say which one it is. */
export function excerptOf(markdown: string, longest: number): string {
  const words = shownText(markdown).replaceAll(/\s+/gu, ' ').trim()
  return Array.from(words).slice(0, longest).join('')
}

const sentenceEnds = /[。！？!?；;…]+|\. /gu
const clauseEnds = /[，,、：:—]+/gu

/**
 * What a piece of text may be called that has no heading: its first sentence, or as many of its clauses as fit. Words are cut only where not even
 * a clause fits, and that is to be seen.
 */
export function namedByWords(markdown: string, longest: number): string {
  const line =
    shownText(markdown)
      .split('\n')
      .map((one) => one.trim().replace(/^· /u, ''))
      .find((one) => /[\p{L}\p{N}]/u.test(one)) ?? ''
  const sentence = upToFirst(line, sentenceEnds)
  if (lengthOf(sentence) <= longest) return sentence
  const clauses = [...sentence.matchAll(clauseEnds)].map(({ index }) => sentence.slice(0, index))
  const fitting = clauses.findLast((clause) => clause !== '' && lengthOf(clause) <= longest)
  if (fitting !== undefined) return fitting.trim()
  return `${Array.from(sentence)
    .slice(0, longest - 1)
    .join('')}…`
}

const lengthOf = (text: string) => Array.from(text).length

/** A mark that the line begins with ends nothing. */
function upToFirst(line: string, ends: RegExp): string {
  const end = [...line.matchAll(ends)].find(({ index }) => index > 0)
  return line.slice(0, end?.index).trim()
}
