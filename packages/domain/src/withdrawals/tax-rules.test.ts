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

  it('never takes all of a payment', () => {
    expect(taxOf('cumulative', 100, { ...nothing, year: { grossFen: yuan(100_000), taxFen: 0 } })).toBe(99)
  })
})
