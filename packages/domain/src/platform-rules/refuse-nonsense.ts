import { AppError } from '@mozhou/contracts/errors'
import type { ErrorCode } from '@mozhou/contracts/errors'
import type { ListedTermInput, SetPlatformRuleInput } from '@mozhou/contracts/platform-rules/inputs'
import { platformKeys } from '@mozhou/contracts/publications/kinds'
import { wrongOverrides } from '@mozhou/platforms/rules/overrides'
import type { OverrideFault, WrongOverride } from '@mozhou/platforms/rules/overrides'
import { rules } from '@mozhou/platforms/rules/registry'
import { foldText } from '@mozhou/platforms/rules/words/fold'

const codes: Record<OverrideFault, ErrorCode> = {
  unknown_rule: 'PLATFORM_RULE_UNKNOWN',
  other_platform: 'PLATFORM_RULE_ELSEWHERE',
  no_bounds: 'PLATFORM_RULE_NO_BOUNDS',
  no_number: 'PLATFORM_RULE_NO_NUMBER',
  unbounded: 'PLATFORM_RULE_UNBOUNDED',
  bounds_crossed: 'PLATFORM_RULE_BOUNDS_CROSSED',
  no_day: 'PLATFORM_RULE_NO_DAY',
  ends_before_it_begins: 'PLATFORM_RULE_ENDS_EARLY',
}

/** As the input calls what the override calls otherwise. */
const fieldOf = (field: WrongOverride['field']) =>
  field === 'code' ? 'code' : field === 'platforms' ? 'platform' : `difference.${field}`

/** @throws AppError of the first thing that is wrong, naming its field. */
export function refuseWrongRule({
  code,
  platform,
  difference,
}: Pick<SetPlatformRuleInput, 'code' | 'platform' | 'difference'>): void {
  const platforms = platform === null ? {} : { platforms: [platform] }
  const [wrong] = wrongOverrides(rules, { version: '', entries: [{ code, ...platforms, ...difference }] })
  if (wrong) throw new AppError(codes[wrong.fault], { field: fieldOf(wrong.field) })
}

/** @throws AppError WORD_LIST_EMPTY_TERM, WORD_LIST_DOUBLED, WORD_LIST_SAFE_WITHOUT_TERM, naming the term and its field. */
export function refuseWrongTerms(terms: readonly ListedTermInput[]): void {
  const seen = new Set<string>()
  terms.forEach(({ term, platforms = platformKeys, safe = [] }, at) => {
    const field = `terms.${at}.term`
    const folded = foldText(term).text.trim()
    if (folded === '') throw new AppError('WORD_LIST_EMPTY_TERM', { field, term })
    for (const platform of platforms) {
      const key = `${platform} ${folded}`
      if (seen.has(key)) throw new AppError('WORD_LIST_DOUBLED', { field, term })
      seen.add(key)
    }
    for (const collocation of safe)
      if (!foldText(collocation).text.includes(folded))
        throw new AppError('WORD_LIST_SAFE_WITHOUT_TERM', { field: `terms.${at}.safe`, term, safe: collocation })
  })
}
