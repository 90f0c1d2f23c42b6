import type { RuleDifference } from '@mozhou/contracts/platform-rules/inputs'
import { expect, it } from 'vitest'
import { differenceOf, valuesOf } from './rule-values.ts'

const empty = valuesOf(null, '无')
const changeOf = (difference: RuleDifference) => ({
  number: 1,
  code: 'a',
  platform: null,
  difference,
  reason: '',
  changedBy: '',
  since: '',
})

it('says nothing where all boxes are empty', () => {
  expect(differenceOf(empty)).toEqual({ kind: 'difference', difference: null })
})

it('shows a change in its boxes and reads it from them again', () => {
  const difference: RuleDifference = {
    isOff: true,
    severity: 'info',
    soft: null,
    hard: 0.5,
    from: null,
    until: '2027-01-01',
    checkedOn: '2026-11-30',
  }
  for (const words of ['无', 'none'])
    expect(differenceOf(valuesOf(changeOf(difference), words))).toEqual({ kind: 'difference', difference })
})

it.each(['many', '-1', '1e999'])('does not take %s for a bound', (hard) => {
  expect(differenceOf({ ...empty, hard })).toEqual({ kind: 'wrong', field: 'hard' })
})
