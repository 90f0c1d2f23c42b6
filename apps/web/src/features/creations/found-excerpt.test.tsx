import { cleanup, render } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { FoundExcerpt } from './found-excerpt.tsx'

afterEach(cleanup)

it.each([
  [[], '臺灣東部的露營體驗'],
  [[{ start: 0, end: 2 }], '<mark>臺灣</mark>東部的露營體驗'],
  [
    [
      { start: 0, end: 2 },
      { start: 7, end: 9 },
    ],
    '<mark>臺灣</mark>東部的露營<mark>體驗</mark>',
  ],
])('marks what was searched for: %j', (matches, html) => {
  const { container } = render(() => <FoundExcerpt found={{ excerpt: '臺灣東部的露營體驗', matches }} />)
  expect(container.querySelector('p')?.innerHTML.replaceAll(/<!--.*?-->| class="[^"]*"/gu, '')).toBe(html)
})

it('shows nothing without a search', () => {
  const { container } = render(() => <FoundExcerpt found={{ excerpt: null, matches: [] }} />)
  expect(container.textContent).toBe('')
})
