import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { taxOf } from './tax-rules.ts'
import type { TaxHistory } from './tax-rules.ts'

const nothing: TaxHistory = { month: { grossFen: 0, taxFen: 0 }, year: { grossFen: 0, taxFen: 0 }, months: 1 }
const yuan = (amount: number) => amount * 100

it('withholds nothing by no policy', () => {
  expect(taxOf('none', yuan(100_000), nothing)).toBe(0)
})

describe('per payment', () => {
  it.each([
    [800, 0],
    [1_000, 40],
    [4_000, 640],
    [5_000, 800],
    [25_000, 4_000],
    // 32,000 are taxed at 30 % less 2,000.
    [40_000, 7_600],
    // 80,000 at 40 % less 7,000.
    [100_000, 25_000],
  ])('of %i yuan: %i', (amount, tax) => {
    expect(taxOf('per_payment', yuan(amount), nothing)).toBe(yuan(tax))
  })

  it('withholds of ten payments of a month what it withholds of one', () => {
    let [gross, tax] = [0, 0]
    for (let turn = 0; turn < 10; turn += 1) {
      tax += taxOf('per_payment', yuan(500), { ...nothing, month: { grossFen: gross, taxFen: tax } })
      gross += yuan(500)
    }
    expect(tax).toBe(taxOf('per_payment', yuan(5_000), nothing))
  })

  it('leaves the odd part of a fen to the person', () => {
    expect(taxOf('per_payment', yuan(800) + 4, nothing)).toBe(0)
    expect(taxOf('per_payment', yuan(800) + 5, nothing)).toBe(1)
  })
})

describe('cumulative', () => {
  it.each([
    [6_250, 1, 0],
    // 8,000 less 5,000 at 3 %.
    [10_000, 1, 90],
    [10_000, 2, 0],
    // 80,000 less 5,000 at 10 % less 2,520.
    [100_000, 1, 4_980],
  ])('of %i yuan after %i months: %i', (amount, months, tax) => {
    expect(taxOf('cumulative', yuan(amount), { ...nothing, months })).toBe(yuan(tax))
  })

  it('counts what was withheld before, and gives nothing back', () => {
    const year = { grossFen: yuan(10_000), taxFen: yuan(90) }
    expect(taxOf('cumulative', yuan(10_000), { ...nothing, year })).toBe(yuan(240))
    expect(taxOf('cumulative', yuan(100), { ...nothing, year, months: 6 })).toBe(0)
  })
})

describe('when the policy changes', () => {
  const before = (gross: number, tax: number): TaxHistory => {
    const sums = { grossFen: yuan(gross), taxFen: yuan(tax) }
    return { month: sums, year: sums, months: 1 }
  }

  it('counts what was paid before in the month, and does not make up for what was not withheld of it', () => {
    // 2,000 are due 240, of which the first thousand's 40 are nobody's any more.
    expect(taxOf('per_payment', yuan(1_000), before(1_000, 0))).toBe(yuan(200))
    // As if all had been withheld by this policy.
    expect(taxOf('per_payment', yuan(1_000), before(1_000, 40))).toBe(yuan(200))
  })

  it('counts over the year likewise', () => {
    // 20,000 are due 330, the first half of them 90.
    expect(taxOf('cumulative', yuan(10_000), before(10_000, 0))).toBe(yuan(240))
    expect(taxOf('cumulative', yuan(10_000), before(10_000, 1_600))).toBe(0)
  })

  it('credits what another policy withheld too much', () => {
    expect(taxOf('per_payment', yuan(1_000), before(1_000, 100))).toBe(yuan(140))
  })

  it('withholds nothing while there is no policy, and goes on from there', () => {
    expect(taxOf('none', yuan(1_000), before(5_000, 800))).toBe(0)
  })

  it.each(['per_payment', 'cumulative'] as const)('%s never takes all of a payment, nor gives back', (policy) => {
    const amounts = integer({ min: 100, max: 10_000_000 })
    const grosses = integer({ min: 0, max: 99_000_000 })
    assert(
      property(amounts, grosses, integer({ min: 0, max: 9 }), (amount, gross, tenths) => {
        const sums = { grossFen: gross, taxFen: Math.floor((gross * tenths) / 10) }
        const tax = taxOf(policy, amount, { month: sums, year: sums, months: 3 })
        expect(tax).toBeGreaterThanOrEqual(0)
        expect(tax).toBeLessThan(amount)
      }),
    )
  })
})
