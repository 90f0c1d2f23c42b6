import { cleanup, render } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, it } from 'vitest'
import { TestI18n } from '../testing/test-i18n.tsx'
import { StageList } from './stage-list.tsx'
import type { Stage } from './stage-list.tsx'

afterEach(cleanup)

const at = (now: number): Stage[] =>
  ['排队', '写作', '完成'].map((label, place) => ({
    label,
    state: place < now ? 'done' : place === now ? 'now' : 'notYet',
  }))

it('keeps its lines in the page when the same stages are told anew, and follows when they change', () => {
  const [stages, setStages] = createSignal(at(0))
  const { container } = render(() => (
    <TestI18n>
      <StageList label="进度" stages={stages()} />
    </TestI18n>
  ))
  const lines = () => [...container.querySelectorAll('li')]
  const [first, ...others] = lines()
  const mark = first?.querySelector('svg')
  setStages(at(0))
  expect(lines()).toEqual([first, ...others])
  expect(first?.querySelector('svg')).toBe(mark)
  setStages(at(1))
  expect(lines().findIndex((line) => line.getAttribute('aria-current') === 'step')).toBe(1)
  expect(first?.className).toContain('text-ink-2')
})
