import { expect, it } from 'vitest'
import { standardBenefits } from '../testing/standard-benefits.ts'
import { areSameBenefits, betterBenefits } from './benefit-rules.ts'

const changes = [
  { concurrency: 3 },
  { dailyLimit: 100 },
  { membersModels: false },
  { firstInQueue: false },
  { firstInSupport: false },
  { earlyFeatures: false },
]

it.each(changes)('another %o is another offer, and a renewal keeps the better one', (change) => {
  const less = { ...standardBenefits, ...change }
  expect(areSameBenefits(standardBenefits, less)).toBe(false)
  expect(areSameBenefits(less, { ...less })).toBe(true)
  expect(betterBenefits(standardBenefits, less)).toEqual(standardBenefits)
  expect(betterBenefits(less, standardBenefits)).toEqual(standardBenefits)
})

it('covers every benefit there is', () => {
  expect(changes.flatMap((change) => Object.keys(change)).toSorted()).toEqual(Object.keys(standardBenefits).toSorted())
})
