import { fillErrorText } from '@mozhou/contracts/error-text'
import type { UiDictionary } from './zh.ts'
import type { ShownError } from '../api/wire-error.ts'

/** Words for an error: its sentence with the params filled in, and for a fault of ours the number to quote. */
export function errorText(dictionary: UiDictionary, error: ShownError, number: (value: number) => string): string {
  const text = fillErrorText(dictionary.errors[error.code], error.params, { waits: dictionary.ui, number })
  if (error.code !== 'INTERNAL' || !error.requestId) return text
  return `${text} (${dictionary.ui.requestId(error.requestId)})`
}
