import type { PublicationDto } from '@mozhou/contracts/publications/answers'
import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { afterEach, expect, it, vi } from 'vitest'
import { showInApp } from '../../../testing/show-in-app.tsx'
import { publicationOf } from '../testing/given.ts'
import { CalendarEntry } from './calendar-entry.tsx'
import { byTime, daysShown } from './calendar-days.ts'
import { CalendarGrid } from './calendar-grid.tsx'

afterEach(cleanup)

const planned = publicationOf('zhihu', { can: { reschedule: true } })

it('moves one that is planned by Alt and an arrow, by days and by weeks', async () => {
  const onShift = vi.fn<(day: string) => void>()
  await showInApp(() => (
    <CalendarEntry publication={planned} day="2026-12-03" onMove={() => {}} onDrag={() => {}} onShift={onShift} />
  ))
  const entry = screen.getByRole('link', { name: '12:00 知乎 周末去山里住一晚，待发布' })
  for (const key of ['ArrowRight', 'ArrowUp']) fireEvent.keyDown(entry, { key, altKey: true })
  fireEvent.keyDown(entry, { key: 'ArrowRight' })
  expect(onShift.mock.calls).toEqual([['2026-12-04'], ['2026-11-26']])
})

it('leaves one that has begun where it is, and says who says that it is out', async () => {
  const onShift = vi.fn<(day: string) => void>()
  const out = publicationOf('zhihu', { status: 'published', confirmation: 'user_confirmed' })
  await showInApp(() => (
    <CalendarEntry publication={out} day="2026-12-03" onMove={() => {}} onDrag={() => {}} onShift={onShift} />
  ))
  const entry = screen.getByRole('link', { name: /已发布 · 本人确认$/u })
  fireEvent.keyDown(entry, { key: 'ArrowRight', altKey: true })
  expect(onShift).not.toHaveBeenCalled()
  expect(screen.queryByRole('button')).toBeNull()
  expect(entry.closest('li')?.draggable).toBe(false)
})

it('puts each on its day, names how many a day has, and marks today', async () => {
  const on = (day: string): PublicationDto[] => (day === '2026-12-03' ? [planned] : [])
  await showInApp(() => (
    <CalendarGrid
      days={daysShown('month', '2026-12-01')}
      month="2026-12"
      today="2026-12-01"
      publicationsOn={on}
      onMove={() => {}}
    />
  ))
  expect(screen.getByRole('listitem', { name: '2026年12月3日，1 条' }).textContent).toContain('知乎')
  expect(screen.getByRole('listitem', { current: 'date' }).getAttribute('data-day')).toBe('2026-12-01')
})

it('shows the first of a full day and says how many more there are; of a week it shows all', async () => {
  const ten = Array.from({ length: 10 }, (_, index) => publicationOf('zhihu', { id: `pub_${index}` }))
  const grid = (view: 'month' | 'week') => (
    <CalendarGrid
      days={daysShown(view, '2026-12-01')}
      month={view === 'month' ? '2026-12' : null}
      today="2026-12-01"
      publicationsOn={(day) => (day === '2026-12-03' ? ten : [])}
      onMove={() => {}}
    />
  )
  await showInApp(() => grid('month'))
  expect(screen.getAllByRole('link')).toHaveLength(4)
  fireEvent.click(screen.getByRole('button', { name: '还有 6 条' }))
  expect(screen.getAllByRole('link')).toHaveLength(10)
  cleanup()
  await showInApp(() => grid('week'))
  expect(screen.getAllByRole('link')).toHaveLength(10)
})

it('stands in the order of the times that it shows', () => {
  const at = (hour: string) => `2026-12-03T${hour}:00:00.000Z`
  const late = { scheduledAt: at('01'), publishedAt: at('05'), updatedAt: at('05') }
  const planned = { scheduledAt: at('03'), publishedAt: null, updatedAt: at('00') }
  expect([late, planned].toSorted(byTime)).toEqual([planned, late])
})
