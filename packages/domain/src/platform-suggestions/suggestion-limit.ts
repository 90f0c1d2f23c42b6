import type { SuggestionKind } from '@mozhou/contracts/platform-suggestions/kinds'
import { platforms } from '@mozhou/platforms/platforms'
import type { PlatformKey } from '@mozhou/platforms/platforms'
import { rulesFor } from '@mozhou/platforms/rules/check-package'
import type { RuleOverrides } from '@mozhou/platforms/rules/overrides'
import type { LimitRule, Measure } from '@mozhou/platforms/rules/rule'

const measures: Readonly<Record<SuggestionKind, Measure>> = { title: 'title', tags: 'tag_count' }

export interface SuggestionLimit {
  limit: number
  isHalfWidth: boolean
}

/** What a platform takes of it at most, the stricter bound of several; null where nobody vouches for a number. */
export function suggestionLimit(
  platform: PlatformKey,
  what: SuggestionKind,
  day: string,
  overrides: RuleOverrides,
): SuggestionLimit | null {
  const [usual] = platforms[platform].contentTypes
  const found = rulesFor(platform, usual, day, overrides).find(
    (rule): rule is LimitRule => rule.kind === 'limit' && rule.bound === 'max' && rule.measure === measures[what],
  )
  const limit = found?.soft ?? found?.hard ?? null
  return limit === null ? null : { limit, isHalfWidth: found?.unit === 'half_width' }
}
