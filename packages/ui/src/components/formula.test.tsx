import { cleanup, render, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { Markdown } from './markdown.tsx'

afterEach(cleanup)

const shown = (text: string) => render(() => <Markdown text={text} />).container

it('sets a formula, and shows it as it was written until then', async () => {
  const page = shown('面积 $a_1^2$ 与 $\\frac{1}{2}$')
  expect(page.textContent).toContain('$a_1^2$')
  await waitFor(() => expect(page.querySelectorAll('math')).toHaveLength(2))
  expect(page.querySelector('msubsup')).not.toBeNull()
  expect(page.querySelector('math mfrac')).not.toBeNull()
  expect(page.textContent).not.toContain('$')
})

it('leaves what is no TeX as it was written, and follows no command elsewhere', async () => {
  const page = shown('见 $\\nosuch{x$ 与 $\\href{javascript:alert(1)}{x_1}$ 与 $x_1$。')
  await waitFor(() => expect(page.querySelector('math')).not.toBeNull())
  expect(page.textContent).toContain('$\\nosuch{x$')
  expect(page.querySelector('[href^="javascript"]')).toBeNull()
})
