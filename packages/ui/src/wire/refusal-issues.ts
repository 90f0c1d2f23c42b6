import type { ErrorCode } from '@mozhou/contracts/errors'
import type { FieldIssue } from './wire-error.ts'
import { toShownError } from './wire-error.ts'

/** The rule of an issue that is a refusal of the API as a whole: its code and params are the issue's. */
export const refusedRule = 'refused'

/** Which box a refusal is about, where neither the fields nor the params of the refusal say so. */
type RefusalPlaces = Partial<Record<ErrorCode, string>>

/** What a refusal has against single boxes of a form, so that it is said there; empty where it is about none of them. */
export function refusalIssues(cause: unknown, places: RefusalPlaces = {}): FieldIssue[] {
  const { code, params, fields } = toShownError(cause)
  if (fields.length > 0) return fields
  const named = params['field']
  const path =
    Object.entries(places).find(([placed]) => placed === code)?.[1] ?? (typeof named === 'string' ? named : null)
  return path === null ? [] : [{ path, rule: refusedRule, params: { ...params, code } }]
}
