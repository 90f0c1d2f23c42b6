/** What narrows a list: each choice with the values that there are, a search, days in Shanghai, both included. It stands in the address. */
export interface FilterSpec<Choices extends Record<string, readonly string[]>> {
  choices: Choices
  hasSearch?: boolean
  hasDays?: boolean
}

type Chosen<Choices extends Record<string, readonly string[]>> = { [Name in keyof Choices]?: Choices[Name][number] }

export type Filters<Spec> =
  Spec extends FilterSpec<infer Choices> ? Chosen<Choices> & { search?: string; from?: string; to?: string } : never

/** What a control changes; parsing keeps what fits. */
export type FilterChange = Record<string, string | undefined>

export function defineFilters<const Choices extends Record<string, readonly string[]>>(
  spec: FilterSpec<Choices>,
): FilterSpec<Choices> {
  return spec
}

/** Keeps of an address what fits and drops the rest. */
export function parseFilters<Choices extends Record<string, readonly string[]>>(
  spec: FilterSpec<Choices>,
  raw: Record<string, unknown>,
): Filters<FilterSpec<Choices>> {
  const kept: Record<string, string> = {}
  for (const [name, values] of Object.entries(spec.choices)) {
    const value = values.find((candidate) => candidate === raw[name])
    if (value !== undefined) kept[name] = value
  }
  const search = spec.hasSearch === true ? textIn(raw['search']) : null
  if (search !== null) kept['search'] = search
  for (const end of spec.hasDays === true ? ['from', 'to'] : []) {
    const day = dayIn(raw[end])
    if (day !== null) kept[end] = day
  }
  return kept
}

/** The router reads `?search=2026` as a number. */
export function textIn(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && text.trim() !== '' ? text.trim().slice(0, 100) : null
}

export function dayIn(value: unknown): string | null {
  if (typeof value !== 'string' || !/^20\d{2}-\d{2}-\d{2}$/u.test(value)) return null
  const at = Date.parse(value)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== value ? null : value
}

/** For a list that is here whole: the rows in one of whose texts the search stands, whatever the case. */
export function isFound(search: string | undefined, texts: readonly (string | null)[]): boolean {
  if (search === undefined) return true
  const wanted = search.toLowerCase()
  return texts.some((text) => text?.toLowerCase().includes(wanted) === true)
}
