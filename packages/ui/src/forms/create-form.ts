import { createSignal } from 'solid-js'
import type { z } from 'zod'
import type { FieldIssue } from '../wire/wire-error.ts'

interface FormOptions<Values extends object> {
  initial: Values
  /** Loaded when first needed, so that zod is no part of the page's first bytes. */
  schema: () => Promise<z.ZodType>
  /** What the schema is asked about, where the boxes hold it in another form (an empty box for "none"). */
  toInput?: (values: Values) => unknown
}

export interface Form<Values extends object> {
  values: () => Values
  set: <Name extends keyof Values & string>(name: Name, value: Values[Name]) => void
  /** The person left the field: from now on it may be complained about. */
  leave: (name: keyof Values & string) => void
  issue: (name: keyof Values & string) => FieldIssue | null
  /** Issues on no field of the form. */
  strayIssues: () => FieldIssue[]
  /** The values when they fit, else null with every issue shown. */
  check: () => Promise<Values | null>
  /** What the server had against the input. */
  showIssues: (issues: readonly FieldIssue[]) => void
  reset: (values: Values) => void
}

/** Values, and what is wrong with them, checked by the same schema the API uses. */
export function createForm<Values extends object>(options: FormOptions<Values>): Form<Values> {
  const [values, setValues] = createSignal<Values>(options.initial, { equals: false })
  const [issues, setIssues] = createSignal<readonly FieldIssue[]>([])
  const [shown, setShown] = createSignal<ReadonlySet<string>>(new Set())
  // A field may hold a whole list or object, or be named by its full path.
  const nameOf = ({ path }: FieldIssue) => (path in values() ? path : (path.split('.')[0] ?? ''))

  async function recheck(): Promise<readonly FieldIssue[]> {
    const [schema, { findIssues }] = await Promise.all([options.schema(), import('./find-issues.ts')])
    const found = findIssues(schema, options.toInput ? options.toInput(values()) : values())
    setIssues(found)
    return found
  }

  return {
    values,
    set(name, value) {
      setValues(() => ({ ...values(), [name]: value }))
      if (shown().size > 0) void recheck()
    },
    leave(name) {
      setShown(new Set([...shown(), name]))
      void recheck()
    },
    issue: (name) => (shown().has(name) ? (issues().find((issue) => nameOf(issue) === name) ?? null) : null),
    strayIssues: () => issues().filter((issue) => !(nameOf(issue) in values())),
    async check() {
      const found = await recheck()
      setShown(new Set(Object.keys(values())))
      return found.length === 0 ? values() : null
    },
    showIssues(found) {
      setIssues(found)
      setShown(new Set(Object.keys(values())))
    },
    reset(next) {
      setValues(() => next)
      setIssues([])
      setShown(new Set<string>())
    },
  }
}
