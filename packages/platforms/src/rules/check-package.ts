import type { ContentType, PlatformKey } from '../platforms.ts'
import type { PlatformPackage } from '../platform-package.ts'
import { visibleTexts } from '../visible-text.ts'
import type { VisibleText } from '../visible-text.ts'
import { finders } from './finders.ts'
import { limitResults } from './limit-results.ts'
import { noOverrides, ruleOn } from './overrides.ts'
import type { RuleOverrides } from './overrides.ts'
import { rules, rulesVersion } from './registry.ts'
import type { FindingRule, Rule, RuleResult, Severity } from './rule.ts'
import { listedResults } from './words/word-list.ts'
import type { WordList } from './words/word-list.ts'

export interface CheckOptions {
  /** The day of the publication in China, `YYYY-MM-DD`: rules have days on which they begin and end. */
  day: string
  overrides?: RuleOverrides
  wordList?: WordList | null
}

/** What the results were reckoned by stands with them, so that an old report can be understood. */
export interface CheckReport {
  platform: PlatformKey
  day: string
  rulesVersion: string
  overridesVersion: string
  wordListVersion: string | null
  results: readonly RuleResult[]
}

/** The rules in force for one kind of content on one platform. */
export function rulesFor(platform: PlatformKey, type: ContentType, day: string, overrides = noOverrides): Rule[] {
  return rules
    .filter((rule) => rule.platforms.includes(platform) && rule.contentTypes.includes(type))
    .flatMap((rule) => ruleOn(rule, platform, day, overrides) ?? [])
}

/** A package as it is now, whoever edited it last, against every rule in force. The gravest come first. */
export function checkPackage(pack: PlatformPackage, options: CheckOptions): CheckReport {
  const { day, overrides = noOverrides, wordList = null } = options
  const texts = visibleTexts(pack)
  const results = rulesFor(pack.platform, pack.contentType, day, overrides).flatMap((rule) =>
    rule.kind === 'limit' ? limitResults(pack, rule) : findingResults(pack, rule, texts),
  )
  const listed = wordList ? listedResults(texts, wordList, pack.platform) : []
  return {
    platform: pack.platform,
    day,
    rulesVersion,
    overridesVersion: overrides.version,
    wordListVersion: wordList?.version ?? null,
    results: [...results, ...listed].toSorted((one, other) => gravity[one.severity] - gravity[other.severity]),
  }
}

const gravity: Readonly<Record<Severity, number>> = { block: 0, warn: 1, info: 2 }

/** Whether anything stands in the way of publishing. */
export const isBlocked = ({ results }: CheckReport): boolean => results.some(({ severity }) => severity === 'block')

function findingResults(pack: PlatformPackage, rule: FindingRule, texts: readonly VisibleText[]): RuleResult[] {
  const { code, unit, source, wording } = rule
  const severity = pack.purpose === 'advertisement' ? (rule.inAdvertisement ?? rule.severity) : rule.severity
  return finders[rule.finder](pack, texts).map((hit) => ({
    ...hit,
    code,
    severity,
    platform: pack.platform,
    unit,
    source,
    wording,
  }))
}
