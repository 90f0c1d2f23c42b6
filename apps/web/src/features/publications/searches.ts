type Raw = Record<string, unknown>

const textIn = (value: unknown, shape: RegExp): string | null =>
  typeof value === 'string' && shape.test(value) ? value : null

const workId = /^cre_[0-9a-f]{32}$/u
/** A name as kinds have them; which there are, the page knows: their lists are no part of the first bytes. */
const kindName = /^[a-z_]{2,30}$/u

/** What the list shows, as it stands in the address. Anybody can type one: what does not fit is left out. */
export interface ListSearch {
  group?: string
  platform?: string
  work?: string
}

export function parseListSearch(raw: Raw): ListSearch {
  const group = textIn(raw['group'], kindName)
  const platform = textIn(raw['platform'], kindName)
  const work = textIn(raw['work'], workId)
  return { ...(group && { group }), ...(platform && { platform }), ...(work && { work }) }
}

/** What is composed: a work and, if it is not the newest, its version; or a publication that is changed. */
export interface ComposeSearch {
  work?: string
  version?: string
  publication?: string
}

export function parseComposeSearch(raw: Raw): ComposeSearch {
  const work = textIn(raw['work'], workId)
  const version = textIn(raw['version'], /^[a-z]{3}_[0-9a-f]{32}$/u)
  const publication = textIn(raw['publication'], /^pub_[0-9a-f]{32}$/u)
  return { ...(work && { work }), ...(version && { version }), ...(publication && { publication }) }
}

export interface CalendarSearch {
  view?: 'week'
  day?: string
}

export function parseCalendarSearch(raw: Raw): CalendarSearch {
  const day = textIn(raw['day'], /^\d{4}-\d{2}-\d{2}$/u)
  const isDay = day !== null && !Number.isNaN(Date.parse(day))
  return { ...(raw['view'] === 'week' && { view: 'week' as const }), ...(isDay && { day }) }
}

/** What a platform's page sends back; the state is hexadecimal and may look like a number to the router. */
export interface ConnectedSearch {
  state?: string
  code?: string
}

export function parseConnectedSearch(raw: Raw): ConnectedSearch {
  const word = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : null)
  const state = word(raw['state'])
  const code = word(raw['code'])
  return { ...(state !== null && { state }), ...(code !== null && { code }) }
}
