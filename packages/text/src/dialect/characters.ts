/** Letters, marks and full-width punctuation of Chinese, Japanese and Korean text, quotes and dashes shared with Latin included. */
const ofCjk =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\ufe30-\ufe4f\uff00-\uffef“”‘’—…·]/u
const ofWord = /[\p{L}\p{N}]/u
const ofPunctuation = /[\p{P}\p{S}]/u

/** What ends a clause: spaces, marks of the sentence, quotes. */
const ofClauseEnds = /[\s，。；：、！？“”（）]/

const known = 1
const kinds = [
  { bit: 2, pattern: ofCjk },
  { bit: 4, pattern: ofWord },
  { bit: 8, pattern: ofPunctuation },
  { bit: 16, pattern: ofClauseEnds },
  { bit: 32, pattern: /\w/ },
  { bit: 64, pattern: /[=＝+＋^÷×/]/ },
]
/** Of each character that has been asked for: patterns of Unicode cost much, and are asked at every mark. */
const kindsOf = new Uint8Array(0x10000)

function isOf(character: string, bit: number): boolean {
  const code = character.length === 1 ? character.charCodeAt(0) : 0
  if (code === 0) return (kindsFor(character) & bit) > 0
  if (kindsOf[code] === 0) kindsOf[code] = known | kindsFor(character)
  return ((kindsOf[code] ?? 0) & bit) > 0
}

const kindsFor = (character: string) =>
  kinds.reduce((bits, { bit, pattern }) => (pattern.test(character) ? bits | bit : bits), 0)

export const isCjk = (character: string): boolean => isOf(character, 2)
export const isWordCharacter = (character: string): boolean => isOf(character, 4)
export const isPunctuation = (character: string): boolean => isOf(character, 8)
export const isAsciiWord = (character: string): boolean => isOf(character, 32)
export const isOperator = (character: string): boolean => isOf(character, 64)
export const endsClause = (character: string): boolean => isOf(character, 16)
/** Begins no phrase, or ends none. */
const ofEnds = /[，。、；：！？…）】》」』〉〕”’]/u
const ofBeginnings = /[（【《「『〈〔“‘]/u

export const endsPhrase = (character: string): boolean => ofEnds.test(character)
export const beginsPhrase = (character: string): boolean => ofBeginnings.test(character)
export const isSpace = (character: string): boolean => character.trim() === ''
export const isDigit = (character: string): boolean => character.length === 1 && character >= '0' && character <= '9'

/** The whole character that ends before `at`; a space at the beginning of the text. */
export function characterBefore(text: string, at: number): string {
  const last = text.charCodeAt(at - 1)
  const isLow = last >= 0xdc00 && last <= 0xdfff
  return text.slice(isLow ? at - 2 : at - 1, at) || ' '
}

/** The whole character at `at`; a space at the end of the text. */
export function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at)
  return code === undefined ? ' ' : String.fromCodePoint(code)
}
