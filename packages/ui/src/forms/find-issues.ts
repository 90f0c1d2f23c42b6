import type { z } from 'zod'
import type { FieldIssue } from '../wire/wire-error.ts'

/**
 * What zod has against a value, in the form the API uses on the wire. The first issue of each field is enough for a
 * person. `isEmpty` (0 or 1) tells "nothing was entered" from "too short".
 */
export function findIssues(schema: z.ZodType, value: unknown): FieldIssue[] {
  const result = schema.safeParse(value)
  if (result.success) return []
  const firstOfField = new Map<string, FieldIssue>()
  for (const issue of result.error.issues) {
    const path = issue.path.map(String).join('.')
    if (!firstOfField.has(path)) firstOfField.set(path, { path, rule: issue.code, params: paramsOf(issue, value) })
  }
  return [...firstOfField.values()]
}

function paramsOf(issue: z.core.$ZodIssue, value: unknown): FieldIssue['params'] {
  const own = issue.code === 'custom' ? (issue.params ?? {}) : issue
  const params: FieldIssue['params'] = { isEmpty: isEmpty(valueAt(value, issue.path)) ? 1 : 0 }
  for (const name of ['minimum', 'maximum', 'origin', 'format', 'expected', 'divisor', 'rule']) {
    const param = (own as Record<string, unknown>)[name]
    if (typeof param === 'string' || typeof param === 'number') params[name] = param
    else if (typeof param === 'bigint') params[name] = Number(param)
  }
  return params
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}
