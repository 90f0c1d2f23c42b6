import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { addMonths, nextPeriod } from './period-rules.ts'

const shanghai = (text: string) => new Date(`${text}+08:00`)

it('keeps the day of the month, and its last day where there is none', () => {
  const january = shanghai('2026-01-31T23:30:00')
  const ends = [1, 2, 3, 12, 13, 25].map((months) => addMonths(january, months))
  expect(ends).toEqual(
    [
      '2026-02-28T23:30:00',
      '2026-03-31T23:30:00',
      '2026-04-30T23:30:00',
      '2027-01-31T23:30:00',
      '2027-02-28T23:30:00',
      '2028-02-29T23:30:00',
    ].map(shanghai),
  )
})

it('counts in Shanghai, where a day begins while the server still has the one before', () => {
  expect(addMonths(shanghai('2026-03-31T00:30:00'), 1)).toEqual(shanghai('2026-04-30T00:30:00'))
})

it('begins now, or where the chain ends, whose day it keeps', () => {
  const now = shanghai('2026-01-31T12:00:00')
  const first = nextPeriod(null, 1, now)
  expect(first).toMatchObject({ startsAt: now, endsAt: shanghai('2026-02-28T12:00:00') })
  const second = nextPeriod(first, 1, shanghai('2026-02-10T00:00:00'))
  expect(second).toMatchObject({ startsAt: first.endsAt, endsAt: shanghai('2026-03-31T12:00:00'), months: 2 })
  const later = shanghai('2026-05-05T05:05:00')
  expect(nextPeriod(second, 3, later)).toMatchObject({ startsAt: later, endsAt: shanghai('2026-08-05T05:05:00') })
  const gift = { endsAt: shanghai('2026-06-15T08:00:00'), anchorAt: null, months: null }
  expect(nextPeriod(gift, 1, later)).toMatchObject({ startsAt: gift.endsAt, endsAt: shanghai('2026-07-15T08:00:00') })
})

it('leaves no gap, whatever is bought one after the other', () => {
  const from = shanghai('2026-01-29T10:00:00').getTime()
  fc.assert(
    fc.property(fc.nat(900), fc.array(fc.constantFrom(1, 3, 12), { minLength: 1, maxLength: 12 }), (days, bought) => {
      const now = new Date(from + days * 86_400_000)
      let latest: ReturnType<typeof nextPeriod> | null = null
      let sum = 0
      for (const months of bought) {
        const next: ReturnType<typeof nextPeriod> = nextPeriod(latest, months, now)
        sum += months
        expect(next.startsAt).toEqual(latest?.endsAt ?? now)
        expect(next.endsAt).toEqual(addMonths(now, sum))
        expect(next.endsAt > next.startsAt).toBe(true)
        latest = next
      }
    }),
  )
})
