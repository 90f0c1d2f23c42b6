import { readFileSync } from 'node:fs'
import { sentencesOf } from './sample.ts'

interface Language {
  code: string
  pattern: RegExp
  /** Says that a translation is a sample. */
  mark: string
  /** Stands for a sentence that is in no phrase book. */
  outside: string
}

const [languageRows = '', phraseRows = ''] = readFileSync(new URL('./phrases.md', import.meta.url), 'utf8').split(
  '\n\n',
)
const cellsOf = (line: string) => line.split(' | ').map((cell) => cell.trim())

const languages: Language[] = languageRows
  .split('\n')
  .slice(1)
  .map((line) => {
    const [, code = '', pattern = '', mark = '', outside = ''] = /^(\w+) \| (.+) \| (.+) \| (.+)$/.exec(line) ?? []
    return { code, pattern: new RegExp(pattern, 'i'), mark, outside }
  })

const [codes = [], ...phrases] = phraseRows.trim().split('\n').map(cellsOf)

const bare = (text: string) => text.replaceAll(/[\s\p{P}]/gu, '').toLowerCase()

/** The language a prompt names; English where it is not known here. */
export function languageFor(asked: string | null): Language | null {
  return languages.find(({ pattern }) => pattern.test(asked ?? '')) ?? languages[0] ?? null
}

/** One phrase in another language; `{n}` in a phrase stands for any number. */
function fromPhraseBook(phrase: string, { code }: Language): string | null {
  const to = codes.indexOf(code)
  const numbers = phrase.match(/\d+(?:[.,]\d+)*/g) ?? []
  const wanted = bare(phrase.replaceAll(/\d+(?:[.,]\d+)*/g, '{n}'))
  const row = phrases.find((cells) => cells.some((cell, at) => at !== to && bare(cell) === wanted))
  const found = to < 0 ? undefined : row?.[to]
  return found === undefined || found === '' ? null : found.replaceAll('{n}', () => numbers.shift() ?? '')
}

/** A whole sentence of the phrase book, or one made of its phrases. */
function knownSentence(sentence: string, language: Language): string | null {
  const whole = fromPhraseBook(sentence, language)
  const clauses = sentence.split(/[，；：,;:]/).map((clause) => fromPhraseBook(clause, language))
  const made = clauses.every((clause) => clause !== null) ? clauses.join(language.code === 'zh' ? '，' : ', ') : null
  const known = whole ?? made
  return known === null ? null : known.charAt(0).toUpperCase() + known.slice(1)
}

const stops: Record<string, string> = { zh: '。', ja: '。' }

/** Terms with a fixed translation: `墨舟=Mozhou`, one a line. */
export function readTerms(text: string): [string, string][] {
  return text.split(/[\n；;、]/).flatMap((pair): [string, string][] => {
    const [, from = '', to = ''] = /^(.+?)\s*(?:=|→|->|：)\s*(.+)$/.exec(pair.trim()) ?? []
    return to === '' ? [] : [[from, to]]
  })
}

function translateSentence(
  sentence: string,
  language: Language,
  terms: readonly (readonly [string, string])[],
): string {
  const known = knownSentence(sentence, language)
  if (known !== null) return known + (stops[language.code] ?? '.')
  const kept = [
    ...terms.filter(([from]) => sentence.toLowerCase().includes(from.toLowerCase())).map(([, to]) => to),
    ...(sentence.match(/\d+(?:[.,]\d+)*\s*%?/g) ?? []).map((number) => number.trim()),
  ]
  const told = kept.length === 0 ? '' : `: ${[...new Set(kept)].join(', ')}`
  return `${language.outside}${told}${stops[language.code] ?? '.'}`
}

/** Sentence by sentence: what is in the phrase book is translated, of the rest numbers and terms are kept. */
export function translate(
  paragraph: string,
  language: Language,
  terms: readonly (readonly [string, string])[],
): string {
  const sentences = sentencesOf(paragraph).map((sentence) => translateSentence(sentence, language, terms))
  return sentences.join(language.code === 'zh' || language.code === 'ja' ? '' : ' ')
}
