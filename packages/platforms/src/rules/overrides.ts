import type { PlatformKey } from '../platforms.ts'
import type { LimitRule, Rule, Severity } from './rule.ts'

/**
 * What operators change of a rule without a new version of the code. Left out: as it was. Of several that fit a rule the later one
 * counts, field by field.
 */
export interface RuleOverride {
  code: string
  /** For these platforms only, of a rule that several share. */
  platforms?: readonly PlatformKey[]
  isOff?: boolean
  severity?: Severity
  soft?: number | null
  hard?: number | null
  from?: string | null
  until?: string | null
  /** The day on which an operator looked the rule up again. */
  checkedOn?: string
}

/** The version is whatever names the state of the operators' table; it stands in every report. */
export interface RuleOverrides {
  version: string
  entries: readonly RuleOverride[]
}

export const noOverrides: RuleOverrides = { version: 'none', entries: [] }

/** The rule as it is for a platform on a day (`YYYY-MM-DD`, China's); null when it is off or not in force. */
export function ruleOn(rule: Rule, platform: PlatformKey, day: string, overrides: RuleOverrides): Rule | null {
  let current = rule
  let isOff = false
  for (const entry of overrides.entries) {
    if (entry.code !== rule.code || entry.platforms?.includes(platform) === false) continue
    current = changed(current, entry)
    isOff = entry.isOff ?? isOff
  }
  const isEarly = current.from !== null && day < current.from
  const isLate = current.until !== null && day >= current.until
  return isOff || isEarly || isLate ? null : current
}

function changed(rule: Rule, entry: RuleOverride): Rule {
  const { from = rule.from, until = rule.until, checkedOn = rule.source.checkedOn } = entry
  const head = { from, until, source: { ...rule.source, checkedOn } }
  if (rule.kind === 'limit') return { ...rule, ...head, ...bounds(rule, entry) }
  // A severity that an operator gave is meant for every purpose.
  const { severity = rule.severity } = entry
  return { ...rule, ...head, severity, inAdvertisement: entry.severity ?? rule.inAdvertisement }
}

function bounds(rule: LimitRule, { soft = rule.soft, hard = rule.hard, severity }: RuleOverride) {
  if (severity === undefined) return { soft, hard }
  // A limit has two bounds in place of a severity: what is only warned of has its stricter bound as the soft one.
  const strict = soft ?? hard
  return severity === 'block' ? { soft: null, hard: strict } : { soft: strict, hard: null }
}

/** Overrides that name no rule, or bounds the wrong way round: told to operators before they are stored. */
export function wrongOverrides(rules: readonly Rule[], overrides: RuleOverrides): string[] {
  return overrides.entries.flatMap((entry) => {
    const rule = rules.find(({ code }) => code === entry.code)
    if (!rule) return [`${entry.code}: no such rule`]
    const wrong: string[] = []
    if (rule.kind !== 'limit' && (entry.soft !== undefined || entry.hard !== undefined))
      wrong.push(`${entry.code}: has no bounds`)
    for (const platform of entry.platforms ?? [])
      if (!rule.platforms.includes(platform)) wrong.push(`${entry.code}: is none of ${platform}`)
    for (const day of [entry.from, entry.until, entry.checkedOn])
      if (typeof day === 'string' && !/^\d{4}-\d{2}-\d{2}$/u.test(day)) wrong.push(`${entry.code}: ${day} is no day`)
    const after = changed(rule, entry)
    if (after.from !== null && after.until !== null && after.until <= after.from)
      wrong.push(`${entry.code}: ends before it begins`)
    if (after.kind === 'limit' && after.soft !== null && after.hard !== null && !isSofter(after))
      wrong.push(`${entry.code}: its soft bound is beyond its hard one`)
    return wrong
  })
}

const isSofter = ({ bound, soft, hard }: LimitRule) =>
  bound === 'max' ? Number(soft) <= Number(hard) : Number(soft) >= Number(hard)
