import { z } from 'zod'
import { filledPattern } from './json-rules.ts'

/**
 * For `.refine(...wholeCharacters)`: no half of a surrogate pair, which UTF-8 cannot say, so that a replacement character would be
 * kept in its place. By the pattern, because not every browser in use has `isWellFormed`.
 */
export const wholeCharacters = [
  (text: string) => !/\p{Surrogate}/u.test(text),
  { message: 'must not hold half a character', params: { rule: 'whole_characters' } },
] as const

/** One line or a few of a person's text, trimmed. A NUL, which no database column can hold, is dropped. */
export function textInput(min: number, max: number) {
  const trimmed = z
    .string()
    .overwrite((text) => text.replaceAll('\u0000', ''))
    .trim()
  const text = (min === 0 ? trimmed : trimmed.min(min)).max(max).refine(...wholeCharacters)
  return min === 0 ? text : text.meta({ pattern: filledPattern(min) })
}

/** Text that stays as it is, spaces and all. */
export function exactTextInput(max: number) {
  return z
    .string()
    .max(max)
    .refine(...wholeCharacters)
}
