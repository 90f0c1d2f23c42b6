import { describe, expect, it } from 'vitest'
import { behindAnnouncement } from './behind-announcement.ts'

describe('a piece below an announcement', () => {
  it.each([
    '好的，以下是第二部分的正文：\n\n',
    '好的，没问题。\n以下是为您撰写的正文：\n',
    '当然可以！下面是这一部分的内容：\n\n',
    '根据您的要求，我为您撰写了以下正文：\n',
    '這是為您撰寫的文章，請查收。\n',
    '修改后的内容如下：\n\n',
    '没问题，我已为您续写了正文：\r\n\r\n',
    'Sure! Here is the next part of your article:\n\n',
    'Of course. Here are your paragraphs, as asked:\n',
  ])('shows nothing of %j, wherever it is cut', (above) => {
    for (let end = 0; end <= above.length; end += 1) expect(behindAnnouncement(above.slice(0, end))).toBeNull()
    expect(behindAnnouncement(`${above}风`)).toBe('风')
    expect(behindAnnouncement(`${above}风停了。\n请查收。`)).toBe('风停了。\n请查收。')
  })
})

describe('a piece without one', () => {
  it.each([
    ['风', '风'],
    ['\n\n风', '\n\n风'],
    ['我站在码头，风', '我站在码头，风'],
    ['好的。\n\n他', '好的。\n\n他'],
    ['好的文', '好的文'],
    ['可以说，这', '可以说，这'],
    ['以下是三家公司的数据，来', '以下是三家公司的数据，来'],
    ['## 夜', '## 夜'],
    ['She', 'She'],
    ['Hereby', 'Hereby'],
  ])('%j is shown as soon as it is known to be none', (growing, shown) => {
    expect(behindAnnouncement(growing)).toBe(shown)
  })
})
