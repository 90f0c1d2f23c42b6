import { cleanup, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, it } from 'vitest'
import { ProgressBar } from './progress-bar.tsx'

afterEach(cleanup)

const filling = (bar: HTMLElement) => (bar.firstElementChild as HTMLElement).style.width

it('is as long as what has been done, and says so', () => {
  const [value, setValue] = createSignal(10)
  render(() => <ProgressBar label="a.mp4 的上传进度" value={value()} max={40} />)
  const bar = screen.getByRole('progressbar', { name: 'a.mp4 的上传进度' })
  expect([bar.getAttribute('aria-valuenow'), filling(bar)]).toEqual(['25', '25%'])
  setValue(39.9)
  expect([bar.getAttribute('aria-valuenow'), filling(bar)]).toEqual(['100', '99.75%'])
})

it.each([
  { value: 70, max: 20, width: '100%' },
  { value: -1, max: 20, width: '0%' },
  { value: 3, max: 0, width: '0%' },
])('never leaves its track: $value of $max', ({ value, max, width }) => {
  render(() => <ProgressBar label="空间" kind="meter" value={value} max={max} words="很多" />)
  const bar = screen.getByRole('meter', { name: '空间' })
  expect(filling(bar)).toBe(width)
  expect(bar.getAttribute('aria-valuetext')).toBe('很多')
})
