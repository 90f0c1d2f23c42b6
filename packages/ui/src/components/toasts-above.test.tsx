import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, it, vi } from 'vitest'
import { TestI18n } from '../testing/test-i18n.tsx'
import { Toasts } from './toast.tsx'
import { toastsAbove } from './toasts-above.ts'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

it('toasts make way for a bar, and nothing else is styled anew', () => {
  const seen: (() => void)[] = []
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        seen.push(callback)
      }
      observe() {}
      disconnect() {}
    },
  )
  const { unmount } = render(() => (
    <TestI18n>
      <Toasts />
      <div ref={toastsAbove} data-testid="bar" />
    </TestI18n>
  ))
  const top = window.innerHeight - 60
  vi.spyOn(screen.getByTestId('bar'), 'getBoundingClientRect').mockReturnValue(new DOMRect(0, top, 100, 60))
  for (const callback of seen) callback()
  const toasts = document.querySelector<HTMLElement>('section')
  expect(toasts?.style.getPropertyValue('--toast-clearance')).toBe('60px')
  expect(document.documentElement.getAttribute('style')).toBeNull()
  unmount()
})
