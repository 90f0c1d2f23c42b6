import { expect, it } from 'vitest'
import { withoutAnnouncement, withoutChatter } from './chatter.ts'

it.each([
  '好的：',
  '当然可以！',
  '好的，没问题。',
  '以下是您要的内容：',
  '好的，以下是关于2026年夜跑的文章。',
  '根据您的要求，我为您撰写了以下公众号文章：',
  '這是為您撰寫的文章，請查收。',
  'Sure! Here is the article:',
  'Certainly.',
  '请查收。',
  '以上就是全部内容，供您参考。',
  '希望对您有帮助！',
  '如需修改，请随时告诉我。',
  '希望对您有帮助！如需修改请告诉我。',
  '以上就是文章，如有需要随时告诉我~',
  'Let me know if you need any changes.',
])('leaves out %j', (line) => {
  expect(withoutChatter(`${line}\n\n文。`)).toBe('文。')
  expect(withoutChatter(`文。\n${line}`)).toBe('文。')
})

it.each([
  '这是奶奶讲过的故事。',
  '下面是奶奶讲过的故事。',
  '我不知道你的故事。',
  '以下是三家公司的数据，来自统计局：营收、利润、人数。',
  '好的文章从第一句开始。',
  '可以说，这是最好的一年。',
  '抱歉，我不能写这篇文章。',
  '希望在明天，也在你我的帮助里。',
  'Here is where I was born',
  '如有任何问题，请随时联系我。',
  'Please let me know if you have any questions.',
])('keeps %j', (line) => {
  expect(withoutChatter(`${line}\n\n文。`)).toBe(`${line}\n\n文。`)
})

it('keeps chatter that stands inside a text', () => {
  expect(withoutChatter('一。\n好的：\n二。')).toBe('一。\n好的：\n二。')
})

it.each([
  ['好的，以下是第二部分的正文：\n\n风停了。\n\n请查收。', '风停了。'],
  ['好的，以下是第二部分：\n\n风停了。', '风停了。'],
  ['下面是这一章的续写：\n\n风停了。', '风停了。'],
  ['这一部分说的是风：\n\n风停了。', '这一部分说的是风：\n\n风停了。'],
  ['這是為您撰寫的正文。\n\n风停了。', '风停了。'],
  ['Here is your text:\n\n风停了。', '风停了。'],
  ['好的。\n\n风停了。', '好的。\n\n风停了。'],
  ['\n\n风停了。\n\n请查收。', '\n\n风停了。\n\n请查收。'],
  ['好的，以下是正文：', '好的，以下是正文：'],
])('of %j leaves %j of a piece', (text, left) => {
  expect(withoutAnnouncement(text)).toBe(left)
})
