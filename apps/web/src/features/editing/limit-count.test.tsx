import { cleanup, render } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { I18nProvider } from '../../i18n/i18n.ts'
import { LimitCount } from './limit-count.tsx'

afterEach(cleanup)

it.each([
  ['OOTD穿搭👨‍👩‍👧', '5/20', false],
  ['字'.repeat(21), '21/20', true],
])('counts %s as the platform does', (text, shown, isOver) => {
  const { container } = render(() => (
    <I18nProvider>
      <LimitCount text={text} limit={{ most: 20, by: 'xiaohongshu' }} />
    </I18nProvider>
  ))
  expect(container.textContent).toBe(shown)
  expect(container.querySelector('.text-danger') !== null).toBe(isOver)
})
