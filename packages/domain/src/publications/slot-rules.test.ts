import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { backoffMs, nextWithin, slotFrom } from './slot-rules.ts'

const shanghai = (time: string) => new Date(`2026-12-01T${time}:00+08:00`)

it.each([
  ['08:59', { from: 9, to: 18 }, '09:00'],
  ['09:00', { from: 9, to: 18 }, '09:00'],
  ['17:59', { from: 9, to: 18 }, '17:59'],
  ['23:30', { from: 22, to: 2 }, '23:30'],
  ['01:59', { from: 22, to: 2 }, '01:59'],
  ['02:00', { from: 22, to: 2 }, '22:00'],
])('at %s with the hours %o it begins at %s', (at, window, begins) => {
  expect(nextWithin(shanghai(at), window)).toEqual(shanghai(begins))
})

it('what comes after the hours waits for the next day', () => {
  expect(nextWithin(shanghai('18:00'), { from: 9, to: 18 })).toEqual(new Date('2026-12-02T09:00:00+08:00'))
})

it('an account keeps its pace, and then its hours', () => {
  const slot = (nextSlotAt: Date | null) => slotFrom(shanghai('17:30'), { nextSlotAt, window: { from: 9, to: 18 } })
  expect(slot(null)).toEqual(shanghai('17:30'))
  expect(slot(shanghai('17:45'))).toEqual(shanghai('17:45'))
  expect(slot(shanghai('18:10'))).toEqual(new Date('2026-12-02T09:00:00+08:00'))
})

it('never begins before it is asked, nor later than a day after', () => {
  const hours = fc.record({ from: fc.integer({ min: 0, max: 23 }), to: fc.integer({ min: 1, max: 24 }) })
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }), hours, (at, window) => {
      fc.pre(window.from !== window.to)
      const begins = nextWithin(at, window).getTime() - at.getTime()
      expect(begins).toBeGreaterThanOrEqual(0)
      expect(begins).toBeLessThan(86_400_000)
      expect(nextWithin(nextWithin(at, window), window)).toEqual(nextWithin(at, window))
    }),
  )
})

it('waits longer each time, up to half an hour, and as long as the platform says', () => {
  expect([0, 1, 2, 20].map((tries) => backoffMs(tries))).toEqual([30_000, 60_000, 120_000, 1_800_000])
  expect(backoffMs(0, 7_200_000)).toBe(7_200_000)
})
