import type { PlatformRuleChangeDto } from '@mozhou/contracts/platform-rules/answers'
import type { RuleDifference } from '@mozhou/contracts/platform-rules/inputs'
import type { Severity } from '@mozhou/platforms/rules/rule'

/** What stands in the boxes of the dialog: an empty box is as the product has it. */
export interface RuleValues {
  isOn: boolean
  severity: Severity | ''
  soft: string
  hard: string
  from: string
  until: string
  checkedOn: string
}

/** Words for "no such bound", in either language. */
const noBounds = ['无', 'none']

export function valuesOf(change: PlatformRuleChangeDto | null, noBound: string): RuleValues {
  const { isOff, severity = '', soft, hard, from, until, checkedOn = '' } = change?.difference ?? {}
  const bound = (value: number | null | undefined) =>
    value === undefined ? '' : value === null ? noBound : String(value)
  const day = (value: string | null | undefined) => (value === null ? noBound : (value ?? ''))
  return {
    isOn: isOff !== true,
    severity,
    soft: bound(soft),
    hard: bound(hard),
    from: day(from),
    until: day(until),
    checkedOn,
  }
}

/** Undefined for what is none. */
function boundOf(text: string): number | null | undefined | 'wrong' {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  if (noBounds.includes(trimmed)) return null
  const value = Number(trimmed)
  return Number.isFinite(value) && value >= 0 ? value : 'wrong'
}

const dayOf = (text: string): string | null | undefined => {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  return noBounds.includes(trimmed) ? null : trimmed
}

export type ReadRule =
  | { kind: 'difference'; difference: RuleDifference | null }
  | { kind: 'wrong'; field: 'soft' | 'hard' }

/** What the boxes say; null where they say nothing that differs. */
export function differenceOf({ isOn, severity, soft, hard, from, until, checkedOn }: RuleValues): ReadRule {
  const [softBound, hardBound] = [boundOf(soft), boundOf(hard)]
  if (softBound === 'wrong') return { kind: 'wrong', field: 'soft' }
  if (hardBound === 'wrong') return { kind: 'wrong', field: 'hard' }
  const difference: RuleDifference = {
    ...(isOn ? {} : { isOff: true }),
    ...(severity === '' ? {} : { severity }),
    ...(softBound === undefined ? {} : { soft: softBound }),
    ...(hardBound === undefined ? {} : { hard: hardBound }),
    ...given('from', dayOf(from)),
    ...given('until', dayOf(until)),
    ...(checkedOn.trim() === '' ? {} : { checkedOn: checkedOn.trim() }),
  }
  return { kind: 'difference', difference: Object.keys(difference).length === 0 ? null : difference }
}

const given = (name: 'from' | 'until', day: string | null | undefined) => (day === undefined ? {} : { [name]: day })
