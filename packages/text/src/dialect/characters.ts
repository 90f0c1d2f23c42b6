/** Letters, marks and full-width punctuation of Chinese, Japanese and Korean text, quotes and dashes shared with Latin included. */
const ofCjk =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\ufe30-\ufe4f\uff00-\uffef“”‘’—…·]/u
const ofWord = /[\p{L}\p{N}]/u
const ofPunctuation = /[\p{P}\p{S}]/u

export const isCjk = (character: string): boolean => ofCjk.test(character)
export const isWordCharacter = (character: string): boolean => ofWord.test(character)
export const isPunctuation = (character: string): boolean => ofPunctuation.test(character)
/** Begins no phrase, or ends none. */
const ofEnds = /[，。、；：！？…）】》」』〉〕”’]/u
const ofBeginnings = /[（【《「『〈〔“‘]/u

export const endsPhrase = (character: string): boolean => ofEnds.test(character)
export const beginsPhrase = (character: string): boolean => ofBeginnings.test(character)
export const isSpace = (character: string): boolean => character.trim() === ''
export const isDigit = (character: string): boolean => /^[0-9]$/.test(character)

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
