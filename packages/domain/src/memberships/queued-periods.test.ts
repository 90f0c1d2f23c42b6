import { expect, it } from 'vitest'
import { addMonths, chainFrom, lengthOf, placeAfter } from './period-rules.ts'
import { withoutGap } from './queued-periods.ts'

const shanghai = (text: string) => new Date(`${text}T10:00:00+08:00`)
const bought = (startsAt: Date, months: number, before = 0) => ({
  id: String(months),
  startsAt,
  endsAt: addMonths(shanghai('2026-01-31'), before + months),
  anchorAt: shanghai('2026-01-31'),
  months: before + months,
  boughtMonths: months,
})

it('moves what was bought by the calendar, and what was given or cut by its days', () => {
  const quarter = bought(shanghai('2026-02-28'), 3, 1)
  const gift = { startsAt: quarter.endsAt, endsAt: shanghai('2026-06-10'), anchorAt: null, months: null }
  const cut = { ...quarter, endsAt: shanghai('2026-03-05') }
  expect(lengthOf(quarter, 3)).toEqual({ months: 3 })
  expect(lengthOf(gift, null)).toEqual({ ms: 10 * 86_400_000 })
  expect(lengthOf(cut, 3)).toEqual({ ms: 5 * 86_400_000 })
  expect(placeAfter(chainFrom(shanghai('2026-02-10')), [{ months: 3 }, { ms: 86_400_000 }, { months: 1 }])).toEqual([
    { startsAt: shanghai('2026-02-10'), endsAt: shanghai('2026-05-10'), anchorAt: shanghai('2026-02-10'), months: 3 },
    { startsAt: shanghai('2026-05-10'), endsAt: shanghai('2026-05-11'), anchorAt: null, months: null },
    { startsAt: shanghai('2026-05-11'), endsAt: shanghai('2026-06-11'), anchorAt: shanghai('2026-05-11'), months: 1 },
  ])
})

it('moves no further than the first gap', () => {
  const [first, second] = [bought(shanghai('2026-01-31'), 1), bought(shanghai('2026-02-28'), 3, 1)]
  const afterGap = { ...second, startsAt: shanghai('2026-12-01'), endsAt: shanghai('2027-01-01') }
  expect(withoutGap([first, second, afterGap], first.startsAt)).toEqual([first, second])
  expect(withoutGap([first, second], shanghai('2026-01-30'))).toEqual([])
})
