import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { TestI18n } from '../testing/test-i18n.tsx'
import { TextArea } from './text-area.tsx'

afterEach(cleanup)

it('counts below the text, not over its last line', () => {
  render(() => (
    <TestI18n>
      <TextArea aria-label="补充" maxLength={50} value="三个案例" onValueChange={() => undefined} />
    </TestI18n>
  ))
  const counter = screen.getByText('4/50')
  expect(screen.getByLabelText('补充').nextElementSibling).toBe(counter)
  expect(counter.className).not.toMatch(/absolute|fixed|sticky|-m[tby]-/)
})

it('takes the press beside the text for one on the text', () => {
  render(() => (
    <TestI18n>
      <TextArea aria-label="补充" maxLength={50} value="" onValueChange={() => undefined} />
    </TestI18n>
  ))
  fireEvent.click(screen.getByText('0/50'))
  expect(document.activeElement).toBe(screen.getByLabelText('补充'))
})
