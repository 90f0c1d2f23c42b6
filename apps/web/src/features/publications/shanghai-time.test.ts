import { expect, it } from 'vitest'
import { clockOf, dayOf, fromLocal, onDay, plusDays, toLocal } from './shanghai-time.ts'

it('shows an instant as Shanghai reads it, whatever the device’s zone', () => {
  expect(toLocal('2026-12-31T16:30:00.000Z')).toBe('2027-01-01T00:30')
  expect(dayOf('2026-12-31T16:30:00.000Z')).toBe('2027-01-01')
  expect(clockOf('2026-12-31T15:59:00.000Z')).toBe('23:59')
})

it('reads back what it shows', () => {
  for (const iso of ['2026-02-28T16:00:00.000Z', '2028-02-28T20:00:00.000Z']) expect(fromLocal(toLocal(iso))).toBe(iso)
})

it.each(['', '2026-13-01T00:00', '2026-12-01', 'soon'])('takes %j for no time', (local) => {
  expect(fromLocal(local)).toBeNull()
})

it('keeps the time of day on another day, over months and years', () => {
  expect(onDay('2026-12-31T00:30:00.000Z', '2027-01-02')).toBe('2027-01-02T00:30:00.000Z')
  expect(onDay('2026-12-31T16:30:00.000Z', '2026-12-30')).toBe('2026-12-29T16:30:00.000Z')
  expect(plusDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(plusDays('2028-03-01', -1)).toBe('2028-02-29')
})
