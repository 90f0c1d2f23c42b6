import { expect, it } from 'vitest'
import { readDraft, writeDraft } from './form-draft.ts'
import { freshForm } from './image-form.ts'

it('keeps the words of a form that was not sent', () => {
  const words = { prompt: '江上小舟', negativePrompt: '文字' }
  expect(readDraft(writeDraft({ ...freshForm, ...words, count: 4 }))).toEqual(words)
})

it.each([null, '', 'null', '[]', '{"prompt":7}', '{'])('reads nothing out of what is no draft: %s', (stored) => {
  expect(readDraft(stored)).toEqual({ prompt: '', negativePrompt: '' })
})
