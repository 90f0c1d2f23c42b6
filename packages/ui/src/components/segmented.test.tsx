import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, it } from 'vitest'
import { Segmented } from './segmented.tsx'

afterEach(cleanup)

const options = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' },
] as const
const isChosen = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name }).checked

it('marks what is chosen, not what was pressed: the choice may come later, or not at all', () => {
  const [chosen, setChosen] = createSignal<'zh' | 'en'>('zh')
  render(() => <Segmented label="语言" value={chosen()} onValueChange={() => {}} options={options} />)
  fireEvent.click(screen.getByRole('radio', { name: 'English' }))
  expect([isChosen('中文'), isChosen('English')]).toEqual([true, false])
  setChosen('en')
  expect([isChosen('中文'), isChosen('English')]).toEqual([false, true])
})
