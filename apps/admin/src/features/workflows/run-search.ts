import { defineFilters, isFound, parseFilters } from '../../tables/filters.ts'
import type { Filters } from '../../tables/filters.ts'

/** Runs that run or need somebody, those of them that need somebody, or those that somebody has seen to. */
export const runViews = ['open', 'attention', 'handled'] as const
export type RunView = (typeof runViews)[number]

const spec = defineFilters({ choices: { tier: ['member', 'free'] }, hasSearch: true })
export type RunSearch = Filters<typeof spec> & { view?: RunView }

export function parseRunSearch(raw: Record<string, unknown>): RunSearch {
  const view = runViews.find((candidate) => candidate === raw['view'])
  return { ...parseFilters(spec, raw), ...(view !== undefined && view !== 'open' && { view }) }
}

interface Told {
  workflowId: string
  type: string
  summary: string
  bizStatus: string
  tier: string
  generationId: string | null
}

/** The list is here whole: at most a hundred. */
export function isAskedFor({ tier, search }: RunSearch, run: Told): boolean {
  const texts = [run.workflowId, run.type, run.summary, run.bizStatus, run.generationId]
  return (tier === undefined || tier === run.tier) && isFound(search, texts)
}

interface Seen {
  status: string
  needsAttention: boolean
  acknowledgement: unknown
}

export function isIn(view: RunView, run: Seen): boolean {
  const isHandled = run.needsAttention && run.acknowledgement !== null
  switch (view) {
    case 'open':
      return !isHandled || run.status === 'RUNNING'
    case 'attention':
      return run.needsAttention && !isHandled
    case 'handled':
      return isHandled
  }
}
