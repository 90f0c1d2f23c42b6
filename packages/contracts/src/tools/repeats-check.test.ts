import { expect, it } from 'vitest'
import { repeatedParagraphs } from './repeats-check.ts'

const paragraph = '露营的好处有三个，第一个是亲近自然，第二个是放下手机。'

it.each([
  ['a paragraph that stands twice', `${paragraph}\n\n别的话。\n\n${paragraph}`, ['“露营的好处有三个，第一个…”×2']],
  [
    'one with other marks',
    `${paragraph}\n\n**${paragraph.replaceAll('，', ', ')}**`,
    ['“露营的好处有三个，第一个…”×2'],
  ],
  ['one that stands three times', `${paragraph}\n${paragraph}\n${paragraph}`, ['“露营的好处有三个，第一个…”×3']],
  ['none in a text of its own', `${paragraph}\n\n${paragraph}另外还有一个。`, []],
  ['no refrain', '就这样吧。\n\n走了很久。\n\n就这样吧。', []],
  ['no rows of a table', '| 一二三四五六七八九十一二三四五 | 甲 |\n| 一二三四五六七八九十一二三四五 | 甲 |', []],
])('finds %s', (_case, text, found) => {
  expect(repeatedParagraphs(text)).toEqual(found)
})
