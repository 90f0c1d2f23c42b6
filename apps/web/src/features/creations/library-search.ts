import type { CreationSort, CreationStatus } from '@mozhou/contracts/creations/kinds'
import type { ListCreationsInput } from '@mozhou/contracts/creations/inputs'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import { startOfDay } from '@mozhou/ui/i18n/format'
import { isToolKey } from '../works/load-tool.ts'

export const librarySorts: readonly CreationSort[] = ['newest', 'oldest', 'updated', 'longest']
export const libraryStatuses: readonly CreationStatus[] = ['running', 'succeeded', 'failed', 'cancelled']

/** What the library shows, as it stands in the address. Days are the person's own, `to` is the last one shown. */
export interface LibrarySearch {
  search?: string
  tool?: ToolKey
  status?: CreationStatus
  incomplete?: true
  from?: string
  to?: string
  sort?: CreationSort
}

/** Anybody can type an address: what does not fit is left out. */
export function parseLibrarySearch(raw: Record<string, unknown>): LibrarySearch {
  // The router reads `?search=2026` as a number.
  const search = typeof raw['search'] === 'number' ? String(raw['search']) : raw['search']
  const status = libraryStatuses.find((candidate) => candidate === raw['status'])
  const sort = librarySorts.find((candidate) => candidate === raw['sort'])
  const tool = raw['tool']
  const from = dayIn(raw['from'])
  const to = dayIn(raw['to'])
  return {
    ...(typeof search === 'string' && search.trim() !== '' && { search: search.trim().slice(0, 100) }),
    ...(typeof tool === 'string' && isToolKey(tool) && { tool }),
    ...(status && { status }),
    ...(raw['incomplete'] === true && { incomplete: true as const }),
    ...(from && { from }),
    ...(to && { to }),
    ...(sort && { sort }),
  }
}

export function toListInput(search: LibrarySearch): Partial<ListCreationsInput> {
  const { incomplete, from, to, ...rest } = search
  return {
    ...rest,
    ...(incomplete && { isIncomplete: true }),
    ...(from && { from: startOfDay(from) }),
    ...(to && { to: startOfDay(to, 1) }),
  }
}

export function isNarrowed(search: LibrarySearch): boolean {
  return Object.entries(search).some(([key, value]) => key !== 'sort' && value !== undefined)
}

function dayIn(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return null
  return Number.isNaN(Date.parse(value)) ? null : value
}
