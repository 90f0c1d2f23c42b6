import type { ToolPromptDto } from '@mozhou/contracts/prompts/answers'
import { defineFilters, isFound, parseFilters } from '../../tables/filters.ts'
import type { Filters } from '../../tables/filters.ts'

const spec = defineFilters({ choices: { drafts: ['some', 'none'] }, hasSearch: true })
export type PromptFilters = Filters<typeof spec>
export const parsePromptFilters = (raw: Record<string, unknown>): PromptFilters => parseFilters(spec, raw)

/** The list is here whole. */
export function isPromptAskedFor({ drafts, search }: PromptFilters, row: ToolPromptDto, title: string): boolean {
  return (drafts === undefined || (drafts === 'some') === row.drafts > 0) && isFound(search, [row.tool, title])
}
