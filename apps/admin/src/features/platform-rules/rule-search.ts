import { platformKeys } from '@mozhou/contracts/publications/kinds'
import type { PlatformKey } from '@mozhou/contracts/publications/kinds'

export interface RuleSearch {
  platform?: PlatformKey | undefined
}

/** An address somebody typed or kept: what it does not know is the first platform. */
export function parseRuleSearch(search: Record<string, unknown>): RuleSearch {
  const platform = platformKeys.find((key) => key === search['platform'])
  return platform ? { platform } : {}
}
