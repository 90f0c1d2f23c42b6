import type { PlatformRuleChangeDto } from '@mozhou/contracts/platform-rules/answers'
import type { PlatformKey } from '@mozhou/platforms/platforms'
import { rules } from '@mozhou/platforms/rules/registry'
import type { Rule } from '@mozhou/platforms/rules/rule'

/** A rule on one platform as it now is, beside what the product brings. */
export interface RuleLine {
  id: string
  platform: PlatformKey
  /** As the product brings it. */
  rule: Rule
  /** What holds on all of its platforms, and on this one alone; null where nothing was changed, or all of it taken back. */
  forAll: PlatformRuleChangeDto | null
  forOne: PlatformRuleChangeDto | null
  /** Numbers of the last changes, those that took one back too; 0 where there was none. */
  last: { all: number; one: number }
}

const heldBy = (change: PlatformRuleChangeDto | undefined) =>
  change !== undefined && change.difference !== null ? change : null

/** The rules of one platform, those that somebody changed first. */
export function ruleLines(platform: PlatformKey, changes: readonly PlatformRuleChangeDto[]): RuleLine[] {
  const lines = rules
    .filter((rule) => rule.platforms.includes(platform))
    .map((rule): RuleLine => {
      const own = changes.filter(({ code }) => code === rule.code)
      const all = own.find((change) => change.platform === null)
      const one = own.find((change) => change.platform === platform)
      return {
        id: rule.code,
        platform,
        rule,
        forAll: heldBy(all),
        forOne: heldBy(one),
        last: { all: all?.number ?? 0, one: one?.number ?? 0 },
      }
    })
  return lines.toSorted((one, other) => Number(isOverridden(other)) - Number(isOverridden(one)))
}

export const isOverridden = ({ forAll, forOne }: RuleLine): boolean => forAll !== null || forOne !== null

/** What holds of a rule: bounds, severity, days; a change for this platform stands before one for all. */
export function inForce({ rule, forAll, forOne }: RuleLine) {
  const all = forAll?.difference ?? {}
  const one = forOne?.difference ?? {}
  const limit = rule.kind === 'limit' ? rule : null
  return {
    isOff: one.isOff ?? all.isOff ?? false,
    severity: one.severity ?? all.severity ?? (rule.kind === 'finding' ? rule.severity : null),
    soft: pick(one.soft, all.soft, limit?.soft ?? null),
    hard: pick(one.hard, all.hard, limit?.hard ?? null),
    from: pick(one.from, all.from, rule.from),
    until: pick(one.until, all.until, rule.until),
    checkedOn: one.checkedOn ?? all.checkedOn ?? rule.source.checkedOn,
  }
}

/** Null says that there is none, and is not asked further. */
const pick = <Value>(one: Value | undefined, all: Value | undefined, own: Value): Value =>
  one === undefined ? (all === undefined ? own : all) : one
