import type { PublicationDto } from '@mozhou/contracts/publications/answers'
import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { afterEach, expect, it, vi } from 'vitest'
import { showInApp } from '../../../testing/show-in-app.tsx'
import { publicationOf } from '../testing/given.ts'
import { CalendarEntry } from './calendar-entry.tsx'
import { daysShown } from './calendar-days.ts'
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
