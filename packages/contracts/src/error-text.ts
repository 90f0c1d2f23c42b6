import type { ErrorParams } from './errors.ts'
import type { WaitWords } from './rules.zh.ts'

/** An error's sentence with its params filled in; `{{ wait }}` is how long to wait, as far as the error knows. */
export function fillErrorText(
  text: string,
  params: ErrorParams,
  words: { waits: WaitWords; number: (value: number) => string },
): string {
  const values: ErrorParams = { ...params, wait: waitText(words.waits, params['retryAfterSeconds'], words.number) }
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

function waitText(waits: WaitWords, seconds: unknown, number: (value: number) => string): string {
  if (typeof seconds !== 'number' || seconds <= 0) return waits.aWhile
  if (seconds < 60) return waits.seconds(number(Math.ceil(seconds)))
  return waits.minutes(number(Math.ceil(seconds / 60)))
}
