import type { UiDictionary } from '../i18n/zh.ts'
import type { ShownError } from './wire-error.ts'

/** Words for an error: its sentence with the params filled in, and for a fault of ours the number to quote. */
export function errorText(dictionary: UiDictionary, error: ShownError, number: (value: number) => string): string {
  const params = { ...error.params, wait: waitText(dictionary, error.params['retryAfterSeconds'], number) }
  const text = fillIn(dictionary.errors[error.code], params)
  if (error.code !== 'INTERNAL' || !error.requestId) return text
  return `${text} (${dictionary.ui.requestId(error.requestId)})`
}

function waitText(dictionary: UiDictionary, seconds: unknown, number: (value: number) => string): string {
  if (typeof seconds !== 'number' || seconds <= 0) return dictionary.ui.aWhile
  if (seconds < 60) return dictionary.ui.seconds(number(Math.ceil(seconds)))
  return dictionary.ui.minutes(number(Math.ceil(seconds / 60)))
}

function fillIn(text: string, params: Record<string, string | number>): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(params[name] ?? ''))
}
