/** Letters, marks and full-width punctuation of Chinese, Japanese and Korean text, quotes and dashes shared with Latin included. */
const ofCjk =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\ufe30-\ufe4f\uff00-\uffef“”‘’—…·]/u
const ofWord = /[\p{L}\p{N}]/u
const ofPunctuation = /[\p{P}\p{S}]/u

/** What ends a clause: spaces, marks of the sentence, quotes. */
const ofClauseEnds = /[\s，。；：、！？“”（）]/

/** What a character is, as bits: patterns of Unicode cost much, and are asked at every mark. */
export const kinds = { cjk: 2, word: 4, punctuation: 8, clauseEnd: 16, asciiWord: 32, operator: 64 } as const
const known = 1
const patterns: [number, RegExp][] = [
  [kinds.cjk, ofCjk],
  [kinds.word, ofWord],
  [kinds.punctuation, ofPunctuation],
  [kinds.clauseEnd, ofClauseEnds],
  [kinds.asciiWord, /\w/],
  [kinds.operator, /[=＝+＋^÷×/]/],
]
const ofUnits = new Uint8Array(0x10000)

/** Of one UTF-16 unit; a half of a pair is nothing by itself. */
export function kindOfUnit(unit: number): number {
  const kind = ofUnits[unit] ?? 0
  return kind === 0 ? (ofUnits[unit] = known | kindOfText(String.fromCharCode(unit))) : kind
}

const kindOfText = (character: string) =>
  patterns.reduce((bits, [bit, pattern]) => (pattern.test(character) ? bits | bit : bits), 0)
const kindOf = (character: string) =>
  character.length === 1 ? kindOfUnit(character.charCodeAt(0)) : kindOfText(character)

export const isCjk = (character: string): boolean => (kindOf(character) & kinds.cjk) > 0
export const isWordCharacter = (character: string): boolean => (kindOf(character) & kinds.word) > 0
export const isPunctuation = (character: string): boolean => (kindOf(character) & kinds.punctuation) > 0
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
