import { z } from 'zod'

/** One line or a few of a person's text, trimmed. A NUL, which no database column can hold, is dropped. */
export function textInput(min: number, max: number) {
  return z
    .string()
    .overwrite((text) => text.replaceAll('\u0000', ''))
    .trim()
    .min(min)
    .max(max)
}
