import { cleanup, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, it, vi } from 'vitest'
import { TestI18n } from '../testing/test-i18n.tsx'
import { Refusal } from './refusal.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

it('brings what was refused wholly into view, also when it is below the edge of the window', async () => {
  const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView')
  const [error, setError] = createSignal<Error | null>(null)
  render(() => (
    <TestI18n>
      <Refusal error={error()} title="没有开始" />
    </TestI18n>
  ))
  expect(scrolled).not.toHaveBeenCalled()
  setError(new Error('refused'))
  await vi.waitFor(() => expect(scrolled).toHaveBeenCalledExactlyOnceWith({ block: 'nearest' }))
  expect(screen.getByRole('alert').parentElement).toBe(scrolled.mock.contexts[0])
})
