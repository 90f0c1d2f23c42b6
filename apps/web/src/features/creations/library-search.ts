import type { CreationKind, CreationSort, CreationStatus } from '@mozhou/contracts/creations/kinds'
import type { ListCreationsInput } from '@mozhou/contracts/creations/inputs'
import type { ImageToolKey } from '@mozhou/contracts/image-tools/registry'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import { startOfDay } from '@mozhou/ui/i18n/format'
import { isToolKey } from '../works/load-tool.ts'

export const librarySorts: readonly CreationSort[] = ['newest', 'oldest', 'updated', 'longest']
export const libraryStatuses: readonly CreationStatus[] = ['running', 'succeeded', 'failed', 'cancelled']
export const libraryKinds: readonly CreationKind[] = ['writing', 'image']
const imageTools: readonly ImageToolKey[] = ['text-to-image', 'image-variation', 'image-edit', 'image-upscale']

/** What the library shows, as it stands in the address. Days are the person's own, `to` is the last one shown. */
export interface LibrarySearch {
  search?: string
  kind?: CreationKind
  tool?: ToolKey | ImageToolKey
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
  const kind = libraryKinds.find((candidate) => candidate === raw['kind'])
  const tool = libraryTool(raw['tool'], kind)
  const from = dayIn(raw['from'])
  const to = dayIn(raw['to'])
  return {
    ...(typeof search === 'string' && search.trim() !== '' && { search: search.trim().slice(0, 100) }),
    ...(kind && { kind }),
    ...(tool && { tool }),
    ...(status && { status }),
    ...(raw['incomplete'] === true && { incomplete: true as const }),
    ...(from && { from }),
    ...(to && { to }),
    ...(sort && { sort }),
  }
}

/** A tool of the kind that is shown; of either where all are. */
export function libraryTool(key: unknown, kind: CreationKind | undefined): ToolKey | ImageToolKey | null {
  if (typeof key !== 'string') return null
  if (kind !== 'image' && isToolKey(key)) return key
  return (kind !== 'writing' && imageTools.find((tool) => tool === key)) || null
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

/** Whether there may be works of the kind that are not shown. */
export function hidesSome(search: LibrarySearch): boolean {
  return Object.entries(search).some(([key, value]) => key !== 'sort' && key !== 'kind' && value !== undefined)
}

function dayIn(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return null
  return Number.isNaN(Date.parse(value)) ? null : value
}
