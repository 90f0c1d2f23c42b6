import { expect, it } from 'vitest'
import { cleanPrompt } from './write-image-prompt.ts'

it.each([
  ['画面描述：雪夜，红灯笼。', '雪夜，红灯笼。'],
  ['【正文】\n**雪夜**\n红灯笼', '雪夜 红灯笼'],
  ['“雪夜里的灯笼”', '雪夜里的灯笼'],
  ['<think>想一想</think>雪夜', '雪夜'],
  ['   ', ''],
])('%o is %o', (written, prompt) => {
  expect(cleanPrompt(written)).toBe(prompt)
})

it('is no longer than a model of pictures takes', () => {
  expect(Array.from(cleanPrompt('雪'.repeat(2_000)))).toHaveLength(400)
})
