import type { AppError, ErrorParams, WireError } from '@mozhou/contracts/errors'
import { ZodError } from 'zod'

type InvalidField = NonNullable<WireError['fields']>[number]

/** Facts about a rule that a form can word; never the rejected value. */
const shownFacts = ['minimum', 'maximum', 'format', 'expected', 'divisor', 'origin'] as const

/** Enough to mend a form by; a list of many wrong things is told in part. */
const mostTold = 50

/** One row per broken rule, from the schema that refused or from the rule's own params. */
export function fieldsOf(error: AppError): InvalidField[] {
  if (error.cause instanceof ZodError) return error.cause.issues.slice(0, mostTold).map(toField)
  const { field, rule, ...params } = error.params
  return field === undefined || rule === undefined ? [] : [{ path: String(field), rule: String(rule), params }]
}

/** zod tells a value that is not there from one of another type in its sentence alone. */
function toField(issue: ZodError['issues'][number]): InvalidField {
  const path = issue.path.map(String).join('.')
  if (issue.code === 'custom') {
    const { rule, ...params } = issue.params ?? {}
    return { path, rule: typeof rule === 'string' ? rule : 'custom', params: primitives(params) }
  }
  const allowed: ErrorParams = issue.code === 'invalid_value' ? { values: issue.values.map(String).join(', ') } : {}
  const facts = Object.entries(issue).filter(([name]) => (shownFacts as readonly string[]).includes(name))
  const isMissing = issue.code === 'invalid_type' && /received (?:undefined|null)$/.test(issue.message)
  return {
    path,
    rule: issue.code,
    params: { ...primitives(Object.fromEntries(facts)), ...allowed, ...(isMissing && { isEmpty: 1 }) },
  }
}

function primitives(values: Record<string, unknown>): ErrorParams {
  const isShown = (entry: [string, unknown]): entry is [string, string | number] =>
    typeof entry[1] === 'string' || typeof entry[1] === 'number'
  return Object.fromEntries(Object.entries(values).filter(isShown))
}
