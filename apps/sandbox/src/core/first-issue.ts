import type { z } from 'zod'

/** The first thing wrong with a request body, in words every vendor can be spelled from. */
export interface BodyIssue {
  kind: 'unknown' | 'missing' | 'type' | 'too_small' | 'too_big' | 'value' | 'other'
  path: (string | number)[]
  /** Expected type for `type`, the bound for `too_*`, the allowed values for `value`. */
  expected: string
  received: string
}

type ParsedIssue = z.core.$ZodIssue

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    body,
  )
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'decimal'
  return typeof value
}

const kinds: Partial<Record<ParsedIssue['code'], BodyIssue['kind']>> = {
  unrecognized_keys: 'unknown',
  invalid_type: 'type',
  invalid_union: 'type',
  too_small: 'too_small',
  too_big: 'too_big',
  invalid_value: 'value',
}

function kindOf(issue: ParsedIssue, received: unknown): BodyIssue['kind'] {
  const kind = kinds[issue.code] ?? 'other'
  const isAbsent = received === undefined && (kind === 'type' || kind === 'value')
  return isAbsent ? 'missing' : kind
}

function expectedOf(issue: ParsedIssue): string {
  if (issue.code === 'invalid_type') return issue.expected
  if (issue.code === 'too_small') return String(issue.minimum)
  if (issue.code === 'too_big') return String(issue.maximum)
  if (issue.code === 'invalid_value') return issue.values.map((value) => `'${String(value)}'`).join(', ')
  return issue.code === 'invalid_union' ? 'one of several types' : ''
}

/** null when the body fits the schema. */
export function firstIssue(schema: z.ZodType, body: unknown): BodyIssue | null {
  const parsed = schema.safeParse(body)
  const issue = parsed.error?.issues[0]
  if (issue === undefined) return null
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
  const received = valueAt(body, path)
  return {
    kind: kindOf(issue, received),
    path: path.map((key) => (typeof key === 'symbol' ? String(key) : key)),
    expected: expectedOf(issue),
    received: typeName(received),
  }
}

/** `messages[0].role` */
export function bracketPath(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    '',
  )
}

export function dottedPath(path: readonly (string | number)[]): string {
  return path.join('.')
}
