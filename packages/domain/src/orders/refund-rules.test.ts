import { propertyRounds } from '@mozhou/contracts/testing/env'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  creditsOwed,
  creditsTaken,
  daysOf,
  refundableMembership,
  refundableRecharge,
  splitTaken,
  statusAfterRefunds,
  waitsFor,
} from './refund-rules.ts'

const day = 86_400_000
const paidAt = new Date('2026-11-01T10:00:00+08:00')
const at = (days: number) => new Date(paidAt.getTime() + days * day)
const paid = (paidFen: number, refundedFen = 0) => ({ paidFen, refundedFen, paidAt })
const credits = (given: number, used: number) => ({ given, used, unused: given - used })

describe('a recharge', () => {
  it.each([
    // Scenario 16: 100 yuan, 300 of 1 000 used.
    { of: paid(10_000), lot: credits(1_000, 300), wish: 7_000, fault: 7_000, taken: 700 },
    // Scenario 17: 500 besides.
    { of: paid(10_000), lot: credits(1_500, 300), wish: 7_000, fault: 8_000, taken: 1_200 },
    // Scenario 18: 90 yuan with a coupon, 950 of 1 000 used.
    { of: paid(9_000), lot: credits(1_000, 950), wish: 0, fault: 450, taken: 50 },
    { of: paid(1_000), lot: credits(100, 0), wish: 1_000, fault: 1_000, taken: 100 },
    { of: paid(10_000, 7_000), lot: credits(1_000, 300), wish: 0, fault: 0, taken: 700 },
  ])('of $of.paidFen with $lot.used of $lot.given used', ({ of, lot, wish, fault, taken }) => {
    expect(refundableRecharge(of, lot, 'wish')).toBe(wish)
    expect(refundableRecharge(of, lot, 'fault')).toBe(fault)
    expect(creditsTaken({ unused: lot.unused, amountFen: wish, refundableFen: wish })).toBe(taken)
  })

  it('never gives back more than was paid less what was used, however it is cut up, and never cashes a bonus', () => {
    const steps = fc.array(
      fc.record({ use: fc.nat(400), part: fc.integer({ min: 1, max: 100 }), isFault: fc.boolean() }),
      {
        maxLength: 12,
      },
    )
    const order = fc.record({ yuan: fc.integer({ min: 10, max: 500 }), off: fc.nat(900), bonus: fc.nat(2_000), steps })
    fc.assert(
      fc.property(order, ({ yuan, off, bonus, steps: wanted }) => {
        const paidFen = yuan * 100 - Math.floor((yuan * 100 * off) / 1_000)
        const given = yuan * 10 + bonus
        let [used, taken, refundedFen, isOnlyWish] = [0, 0, 0, true]
        for (const { use, part, isFault } of wanted) {
          used += Math.min(use, given - used - taken)
          const unused = given - used - taken
          const basis = isFault ? 'fault' : 'wish'
          const refundableFen = refundableRecharge(paid(paidFen, refundedFen), { given, unused, used }, basis)
          const amountFen = Math.ceil((refundableFen * part) / 100)
          if (amountFen === 0) continue
          isOnlyWish &&= !isFault
          const more = creditsTaken({ unused, amountFen, refundableFen })
          expect(more).toBeLessThanOrEqual(unused)
          expect(Number.isInteger(more) && Number.isInteger(amountFen)).toBe(true)
          if (amountFen === refundableFen) expect(more).toBe(unused)
          taken += more
          refundedFen += amountFen
          expect(refundedFen).toBeLessThanOrEqual(paidFen)
          if (isOnlyWish) expect(refundedFen).toBeLessThanOrEqual(Math.max(0, paidFen - used * 10))
        }
        expect(used + taken).toBeLessThanOrEqual(given)
      }),
      propertyRounds(500),
    )
  })

  it('that went back without us owes what is left, and the list price of what was used', () => {
    const lot = { unused: 700, left: 1_000, refundableFen: 7_000 }
    expect([3_500, 7_000, 8_000, 10_000].map((amountFen) => creditsOwed({ ...lot, amountFen }))).toEqual([
      350, 700, 800, 1_000,
    ])
  })

  it('takes the bonus first, so that what stays bought is what was kept of the money', () => {
    expect(splitTaken(1_200, 500)).toEqual({ bonus: 500, paid: 700 })
    expect(splitTaken(300, 500)).toEqual({ bonus: 300, paid: 0 })
    expect(splitTaken(300, 0)).toEqual({ bonus: 0, paid: 300 })
  })
})

describe('a membership', () => {
  const month = { startsAt: paidAt, endsAt: at(30), isUsed: true }
  it.each([
    // Scenario 30: the first of 30 days, 9.90.
    { now: at(0.1), isUsed: true, expected: 957 },
    { now: at(0), isUsed: true, expected: 957 },
    { now: at(1), isUsed: true, expected: 957 },
    { now: new Date(at(1).getTime() + 1), isUsed: true, expected: 924 },
    { now: at(29.5), isUsed: true, expected: 0 },
    { now: at(30), isUsed: true, expected: 0 },
    { now: at(7), isUsed: false, expected: 990 },
    { now: at(7.5), isUsed: false, expected: 990 - 264 },
  ])('$now: $expected fen', ({ now, isUsed, expected }) => {
    expect(refundableMembership(paid(990), { ...month, isUsed }, now)).toBe(expected)
  })

  it.each([
    // 1 November and 30 days: one month; then a share of December's 31 days, its odd fen left to the person.
    { days: 1, usedFen: 33 },
    { days: 30, usedFen: 990 },
    { days: 40, usedFen: 990 + 319 },
    { days: 61, usedFen: 1_980 },
    { days: 300, usedFen: 8_800 },
  ])('by the list pays $usedFen fen for $days days of a year', ({ days, usedFen }) => {
    const year = { startsAt: paidAt, endsAt: new Date('2027-11-01T10:00:00+08:00'), isUsed: true, monthFen: 990 }
    expect(refundableMembership(paid(8_800), year, at(days))).toBe(8_800 - usedFen)
    expect(refundableMembership(paid(8_800), { ...year, isUsed: false }, at(5))).toBe(8_800)
  })

  it('comes back whole as long as it has not begun', () => {
    const year = { startsAt: at(30), endsAt: at(395), isUsed: false }
    expect(refundableMembership(paid(8_800), year, at(20))).toBe(8_800)
    expect(daysOf(year, at(20))).toEqual({ totalDays: 365, usedDays: 0 })
  })

  it('gives back less with every day, by whole fen, and never more than was paid', () => {
    const arbitrary = fc.record({
      paidFen: fc.integer({ min: 1, max: 1_000_000 }),
      days: fc.integer({ min: 1, max: 400 }),
    })
    fc.assert(
      fc.property(arbitrary, ({ paidFen, days }) => {
        const period = { startsAt: paidAt, endsAt: at(days), isUsed: true }
        let before = paidFen
        for (let passed = 0; passed <= days; passed += Math.max(1, Math.floor(days / 7))) {
          const back = refundableMembership(paid(paidFen), period, at(passed))
          expect(Number.isInteger(back) && back >= 0 && back <= before).toBe(true)
          before = back
        }
        expect(refundableMembership(paid(paidFen), period, at(days))).toBe(0)
      }),
      propertyRounds(200),
    )
  })
})

it('waits for finance when it was used, or after seven days', () => {
  expect(waitsFor(paid(1_000), false, at(7))).toBeNull()
  expect(waitsFor(paid(1_000), false, new Date(at(7).getTime() + 1))).toBe('late')
  expect(waitsFor(paid(1_000), true, at(1))).toBe('used')
})

it('says of an order what has gone back of it', () => {
  expect([0, 1, 999, 1_000].map((fen) => statusAfterRefunds(1_000, fen))).toEqual([
    'fulfilled',
    'partially_refunded',
    'partially_refunded',
    'refunded',
  ])
})
