import {
  accountStates,
  platformKeys,
  publicationGroups,
  publicationStatuses,
} from '@mozhou/contracts/publications/kinds'
import { defineFilters, parseFilters, textIn } from '../../tables/filters.ts'
import type { Filters } from '../../tables/filters.ts'

const spec = defineFilters({
  choices: { group: publicationGroups, status: publicationStatuses, platform: platformKeys },
  hasSearch: true,
  hasDays: true,
})
export type PublicationFilters = Filters<typeof spec>

/** Where a link leads to one of a list. */
export type PublicationSearch = PublicationFilters & { publication?: string }

export function parsePublicationSearch(raw: Record<string, unknown>): PublicationSearch {
  const publication = textIn(raw['publication'])
  return { ...parseFilters(spec, raw), ...(publication !== null && { publication }) }
}

export function publicationFilters({ publication: _one, ...filters }: PublicationSearch): PublicationFilters {
  return filters
}

const accountSpec = defineFilters({ choices: { platform: platformKeys, state: accountStates } })
export type AccountFilters = Filters<typeof accountSpec>

export function parseAccountFilters(raw: Record<string, unknown>): AccountFilters {
  return parseFilters(accountSpec, raw)
}
