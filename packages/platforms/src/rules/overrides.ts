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

export const overrideFaults = [
  'unknown_rule',
  'other_platform',
  'no_bounds',
  'no_number',
  'unbounded',
  'bounds_crossed',
  'no_day',
  'ends_before_it_begins',
] as const
export type OverrideFault = (typeof overrideFaults)[number]

/** What is wrong with an override, and at which of its fields. */
export interface WrongOverride {
  code: string
  field: 'code' | 'platforms' | 'soft' | 'hard' | 'from' | 'until' | 'checkedOn'
  fault: OverrideFault
}

/** Overrides that name no rule, or say what cannot hold: told to operators before they are stored. */
export function wrongOverrides(rules: readonly Rule[], overrides: RuleOverrides): WrongOverride[] {
  return overrides.entries.flatMap((entry) => {
    const rule = rules.find(({ code }) => code === entry.code)
    const faults = rule ? faultsOf(rule, entry) : [at('code', 'unknown_rule')]
    return faults.map((fault) => ({ code: entry.code, ...fault }))
  })
}

type Fault = Omit<WrongOverride, 'code'>
const at = (field: WrongOverride['field'], fault: OverrideFault): Fault => ({ field, fault })

function faultsOf(rule: Rule, entry: RuleOverride): Fault[] {
  const isElsewhere = entry.platforms?.some((platform) => !rule.platforms.includes(platform)) === true
  const days = dayFields.filter((field) => typeof entry[field] === 'string' && !isDay(entry[field]))
  const after = changed(rule, entry)
  // What is no day is earlier or later than none.
  const endsEarly = days.length === 0 && after.from !== null && after.until !== null && after.until <= after.from
  return [
    ...(isElsewhere ? [at('platforms', 'other_platform')] : []),
    ...boundFaults(rule, entry),
    ...days.map((field) => at(field, 'no_day')),
    ...(endsEarly ? [at('until', 'ends_before_it_begins')] : []),
  ]
}

const dayFields = ['from', 'until', 'checkedOn'] as const

/** One that is on the calendar: not 31 February. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

const boundFields = ['soft', 'hard'] as const

function boundFaults(rule: Rule, entry: RuleOverride): Fault[] {
  const given = boundFields.filter((field) => entry[field] !== undefined)
  if (rule.kind !== 'limit') return given.map((field) => at(field, 'no_bounds'))
  const numberless = given.filter((field) => entry[field] !== null && !isBound(entry[field]))
  if (numberless.length > 0) return numberless.map((field) => at(field, 'no_number'))
  const after = { ...rule, ...bounds(rule, entry) }
  // A rule that is to measure nothing is switched off, and says so.
  if (after.soft === null && after.hard === null) return [at(given[0] ?? 'hard', 'unbounded')]
  return isSofter(after) ? [] : [at(entry.soft === undefined ? 'hard' : 'soft', 'bounds_crossed')]
}

const isBound = (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value >= 0

const isSofter = ({ bound, soft, hard }: Pick<LimitRule, 'bound' | 'soft' | 'hard'>) =>
  soft === null || hard === null || (bound === 'max' ? soft <= hard : soft >= hard)
