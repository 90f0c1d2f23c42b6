import { readFileSync } from 'node:fs'
import { valueOf } from './read-form.ts'
import type { Brief } from './read-brief.ts'
import { sentencesOf } from './texts.ts'

/** Two tables: the languages (code, pattern, the mark of a sample, what stands for an unknown sentence), and the phrases. */
const book = readFileSync(new URL('./phrases.md', import.meta.url), 'utf8')
const tables = book.trim().split('\n\n')
const [languages = [], phrases = []] = tables.map((table) => table.split('\n').map((line) => line.split(' ¦ ')))

const number = /\d+(?:[.,]\d+)*/g
const bare = (text: string) => text.replaceAll(/[\s\p{P}]/gu, '').toLowerCase()

/** One phrase in another language; `{n}` in a phrase stands for any number. */
function fromPhraseBook(phrase: string, code: string): string | undefined {
  const to = phrases[0]?.indexOf(code) ?? -1
  const numbers = phrase.match(number) ?? []
  const wanted = bare(phrase.replaceAll(number, '{n}'))
  const row = phrases.find((cells) => cells.some((cell, at) => at !== to && bare(cell) === wanted))
  return row?.[to]?.replaceAll('{n}', () => numbers.shift() ?? '')
}

/** The given text sentence by sentence: what is in the phrase book is translated, of the rest numbers and terms are kept. */
export function translated(text: string, { askedLanguage, form }: Brief): string {
  const isAsked = ([, pattern = '']: string[]) => new RegExp(pattern, 'i').test(askedLanguage ?? '')
  const [code = '', , mark = '', outside = ''] = languages.slice(1).find(isAsked) ?? languages[1] ?? []
  const [stop, space] = code === 'zh' || code === 'ja' ? ['。', ''] : ['.', ' ']
  const pairs = (valueOf(form.said, /术语|词表|词汇/) ?? '').split(/[\n；;、]/)
  const terms = pairs.map((pair) => pair.split(/\s*(?:=|→|->|：)\s*/)).filter(([, to]) => to !== undefined)
  const sentence = (said: string): string => {
    const clauses = said.split(/[，；：,;:]/).map((clause) => fromPhraseBook(clause, code))
    const made = clauses.includes(undefined) ? undefined : clauses.join(code === 'zh' ? '，' : ', ')
    const known = fromPhraseBook(said, code) ?? made
    if (known !== undefined) return known.charAt(0).toUpperCase() + known.slice(1) + stop
    const kept = terms.flatMap(([from = '', to = '']) => (said.toLowerCase().includes(from.toLowerCase()) ? [to] : []))
    const told = [...new Set([...kept, ...(said.match(/\d+(?:[.,]\d+)*%?/g) ?? [])])].join(', ')
    return outside + (told === '' ? '' : `: ${told}`) + stop
  }
  const lines = text.trim().replaceAll(/[^\n]+/g, (line) => sentencesOf(line).map(sentence).join(space))
  return `${lines} ${mark}`
}
