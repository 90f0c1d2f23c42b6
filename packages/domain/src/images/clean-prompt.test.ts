import { expect, it } from 'vitest'
import { cleanPrompt, usablePrompt } from './write-image-prompt.ts'

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

it.each([
  ['', ''],
  ['<think>想一想</think>', ''],
  ['抱歉，我无法满足这个请求。', ''],
  ['好的，请先告诉我画面的主题。', ''],
  ['I’m sorry, but I can’t help with that.', ''],
  ['收到：“想法：<<< 一座桥 >>> 请写出画面描述。”', ''],
  ['雪'.repeat(2_000), ''],
  ['晨雾里的一座石拱桥，近景，柔光。', '晨雾里的一座石拱桥，近景，柔光。'],
  [`<think>${'想'.repeat(2_000)}</think>石桥`, '石桥'],
])('%o is drawn as %o, or as the person’s own words where it is no prompt', (written, prompt) => {
  expect(usablePrompt(written)).toBe(prompt)
})
