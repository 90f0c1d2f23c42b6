import { fitText } from '../counting.ts'
import type { TextUnit } from '../counting.ts'
import type { PlatformPackage } from '../platform-package.ts'
import { measure } from './measure.ts'
import type { Fix, LimitRule, Measure, RuleResult } from './rule.ts'

export function limitResults(pack: PlatformPackage, rule: LimitRule): RuleResult[] {
  return measure(pack, rule).flatMap(({ item, value }) => {
    // That there is nothing is another rule's matter.
    if (rule.bound === 'min' && value === 0 && rule.measure === 'title') return []
    const crossed = crossedBound(rule, value)
    if (!crossed) return []
    const { code, field, unit, source, wording } = rule
    const fix = fixOf(pack, rule, crossed.limit)
    return [
      {
        ...crossed,
        code,
        platform: pack.platform,
        field,
        item,
        unit,
        measured: value,
        found: [],
        fix,
        source,
        wording,
      },
    ]
  })
}

function crossedBound({ bound, soft, hard }: LimitRule, value: number) {
  const isBeyond = (limit: number) => (bound === 'max' ? value > limit : value < limit)
  if (hard !== null && isBeyond(hard)) return { severity: 'block' as const, limit: hard }
  if (soft !== null && isBeyond(soft)) return { severity: 'warn' as const, limit: soft }
  return null
}

type Propose = (pack: PlatformPackage, most: number, unit: TextUnit) => Fix

/** Shorter words are proposed, never set: the author presses. */
const proposals: Readonly<Partial<Record<Measure, Propose>>> = {
  title: ({ title }, most, unit) => ({ kind: 'set_title', title: fitText(title, most, unit) }),
  digest: ({ digest }, most, unit) => ({ kind: 'set_digest', digest: fitText(digest, most, unit) }),
  tag_count: ({ tags }, most) => ({ kind: 'set_tags', tags: tags.slice(0, most) }),
}

function fixOf(pack: PlatformPackage, { bound, measure: what, soft, unit }: LimitRule, limit: number): Fix | null {
  if (bound === 'min') return null
  return proposals[what]?.(pack, soft ?? limit, unit as TextUnit) ?? null
}
