import { ruledPlatforms } from '@mozhou/contracts/platform-rules/kinds'
import type { RuledPlatform } from '@mozhou/contracts/platform-rules/kinds'

export interface RuleSearch {
  platform?: RuledPlatform | undefined
}

/** An address somebody typed or kept: what it does not know is the first platform. */
export function parseRuleSearch(search: Record<string, unknown>): RuleSearch {
  const platform = ruledPlatforms.find((key) => key === search['platform'])
  return platform ? { platform } : {}
}
