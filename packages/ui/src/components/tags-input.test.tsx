import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, it } from 'vitest'
import { TestI18n } from '../testing/test-i18n.tsx'
import { TagsInput } from './tags-input.tsx'

afterEach(cleanup)

const [tags, setTags] = createSignal<string[]>([])

it('the Enter with which an input method commits adds nothing, also where it comes after the composition', () => {
  setTags([])
  render(() => (
    <TestI18n>
      <TagsInput value={tags()} onValueChange={setTags} maxItems={5} maxLength={20} />
    </TestI18n>
  ))
  const box = screen.getByRole('textbox')
  fireEvent.compositionStart(box)
  fireEvent.input(box, { target: { value: 'zhuangbei' }, isComposing: true })
  fireEvent.compositionEnd(box)
  fireEvent.keyDown(box, { key: 'Enter', keyCode: 229 })
  expect(tags()).toEqual([])
  fireEvent.keyDown(box, { key: 'Enter', keyCode: 13 })
  expect(tags()).toEqual(['zhuangbei'])
})
