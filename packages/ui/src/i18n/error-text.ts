import { fillErrorText } from '@mozhou/contracts/error-text'
import type { Locale } from '@mozhou/contracts/accounts/locales'
import type { UiDictionary } from './zh.ts'
import type { ShownCode, ShownError } from '../wire/wire-error.ts'
import { isLate } from './late-errors.ts'
import type { LateErrors } from './late-errors.ts'

interface Words {
  locale: Locale
  dictionary: UiDictionary
  late: LateErrors
}

/**
 * Words for an error: its sentence with the params filled in, and for a fault of ours the number to quote. While a sentence of the late
 * ones is not there, one that fits any error and names the code.
 */
export function errorText(words: Words, error: ShownError, number: (value: number) => string): string {
  const { ui } = words.dictionary
  const sentence = sentenceOf(words, error.code)
  if (sentence === undefined) return ui.errorWithCode(error.code)
  const text = fillErrorText(sentence, error.params, { waits: ui, number })
  if (error.code !== 'INTERNAL' || !error.requestId) return text
  return `${text} (${ui.requestId(error.requestId)})`
}

/** An app's own words for a code come before those that all share. */
function sentenceOf({ locale, dictionary, late }: Words, code: ShownCode): string | undefined {
  return dictionary.errors[code] ?? (isLate(code) ? late.sentence(locale, code) : undefined)
}
