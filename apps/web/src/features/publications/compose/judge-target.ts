import type { PlatformRulesDto } from '@mozhou/contracts/platform-rules/answers'
import type { PlatformAccountDto, PreviewDto } from '@mozhou/contracts/publications/answers'
import type { PackageEdits } from '@mozhou/contracts/publications/inputs'
import { planDays } from '@mozhou/contracts/publications/kinds'
import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import { checkPackage } from '@mozhou/platforms/rules/check-package'
import type { CheckReport } from '@mozhou/platforms/rules/check-package'
import { dayOf } from '../shanghai-time.ts'
import { applyEdits, isEdited } from './package-edits.ts'

export type Hindrance =
  | { kind: 'unusable' }
  | { kind: 'time' }
  | { kind: 'blocked'; count: number }
  | { kind: 'duplicate'; publicationId: string }

export interface Judged {
  package: PlatformPackage
  report: CheckReport
  /** Why nothing can go to this account as it is; null: it can. */
  hindrance: Hindrance | null
}

interface ToJudge {
  account: PlatformAccountDto
  base: PreviewDto
  edits: PackageEdits
  rules: PlatformRulesDto
  /** When it is to be out; null: now. */
  at: string | null
  now: number
}

const dayMs = 86_400_000
const graceMs = 60_000

/** A package as it now is, by the rules of the day on which it is to be out: what the server says when it is sent. */
export function judgeTarget({ account, base, edits, rules, at, now }: ToJudge): Judged {
  const pack = applyEdits(base.package, edits)
  const day = dayOf(at ?? new Date(now).toISOString())
  const report = checkPackage(pack, { day, overrides: rules.overrides, wordList: rules.wordList })
  const count = report.results.filter(({ severity }) => severity === 'block').length
  const hindrance = (): Hindrance | null => {
    if (account.state !== 'connected') return { kind: 'unusable' }
    if (at !== null && !isPlannable(at, now)) return { kind: 'time' }
    if (count > 0) return { kind: 'blocked', count }
    // Another content is another publication.
    if (base.duplicateOf !== null && !isEdited(edits)) return { kind: 'duplicate', publicationId: base.duplicateOf }
    return null
  }
  return { package: pack, report, hindrance: hindrance() }
}

function isPlannable(at: string, now: number): boolean {
  const early = Date.parse(at) - now
  return early > -graceMs && early < planDays * dayMs
}
