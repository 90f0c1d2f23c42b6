import { expect, it } from 'vitest'
import { dayInput, instantInput } from './time.ts'

it.each([
  ['2026-11-27T08:00:00+08:00', '2026-11-27T00:00:00.000Z'],
  ['2026-11-27T08:00:00Z', '2026-11-27T08:00:00.000Z'],
  ['2026-11-27T08:00:00.123456Z', '2026-11-27T08:00:00.123Z'],
  ['2000-01-01T00:00:00+14:00', '1999-12-31T10:00:00.000Z'],
  ['2100-12-31T23:59:59-12:00', '2101-01-01T11:59:59.000Z'],
])('takes %s', (text, instant) => {
  expect(instantInput.parse(text)).toBe(instant)
})

it.each(['0000-01-01T00:00:00Z', '0001-01-05T00:00:00+08:00', '1999-12-31T23:59:59Z', '9999-12-31T23:59:59Z'])(
  'says which years there are for %s',
  (text) => {
    expect(instantInput.safeParse(text).error?.issues).toMatchObject([
      { code: 'custom', params: { rule: 'year_range' } },
    ])
  },
)

it.each(['2026-11-27T08:00:00', '2026-11-27', '2026-02-30T08:00:00Z', 'yesterday', ''])('refuses %s', (text) => {
  expect(instantInput.safeParse(text).error?.issues).toMatchObject([{ code: 'invalid_format', format: 'datetime' }])
})

it('takes the days of the same years', () => {
  expect(dayInput.parse('2024-02-29')).toBe('2024-02-29')
  for (const text of ['0000-01-01', '0001-01-05', '1999-12-31', '2101-01-01']) {
    expect(dayInput.safeParse(text).error?.issues, text).toMatchObject([{ params: { rule: 'year_range' } }])
  }
  for (const text of ['2026-02-29', '2026-1-1', '2026-11-27T00:00:00Z']) {
    expect(dayInput.safeParse(text).error?.issues, text).toMatchObject([{ code: 'invalid_format', format: 'date' }])
  }
})
