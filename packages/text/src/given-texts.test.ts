import { describe, expect, it } from 'vitest'
import { blockHtml } from './block-html.ts'
import { blockText } from './block-text.ts'
import { missingWords } from './testing/draw-document.ts'
import { givenTexts, readText } from './testing/given-texts.ts'
import { readMarkdown } from './read-markdown.ts'

const html = (name: string) => readMarkdown(readText(name)).map(blockHtml).join('\n')
const plain = (markdown: string) =>
  readMarkdown(markdown)
    .map((block) => blockText(block, ''))
    .join('\n\n')
const inside = (tag: string, name: string) =>
  [...html(name).matchAll(new RegExp(`<${tag}\\b[^>]*>(.*?)</${tag}>`, 'gsu'))].map(([, text]) => text)

it.each(givenTexts)('$name is said whole in plain text', ({ markdown, words, marks }) => {
  const shown = plain(markdown)
  expect(missingWords(shown, words)).toEqual([])
  expect(marks.filter((mark) => shown.includes(mark))).toEqual([])
})

describe('as HTML', () => {
  it('emphasis stands where it was meant', () => {
    expect(inside('strong', 'emphasis-beside-marks')).toEqual([
      '选地方要近，',
      '“轻装”',
      '帐篷：',
      '睡袋（薄款）',
      '《露营手册》',
      '“别忘了水。”',
    ])
  })

  it('two tildes strike out and one does not', () => {
    expect(inside('del', 'lone-tildes')).toEqual(['原价500元'])
  })

  it('a list begins where it says, and columns are aligned', () => {
    expect(html('ticks-alignment-start')).toMatch(/<ol [^>]*start="3"/u)
    expect(html('ticks-alignment-start')).toMatch(/<td [^>]*text-align:right">10</u)
  })

  it('an indented line is a paragraph, and its marks are read', () => {
    expect(inside('pre', 'indented-paragraphs')).toEqual([])
    expect(inside('p', 'indented-paragraphs')).toHaveLength(3)
    expect(inside('strong', 'indented-paragraphs')).toEqual(['重点'])
  })

  it('a line below prose makes no heading of it', () => {
    expect(html('lines-below-prose')).not.toMatch(/<h\d/u)
    expect(html('lines-below-prose').match(/<hr/gu)).toHaveLength(1)
  })
})

it('an item stands once, with its number, below its parent', () => {
  expect(plain(readText('nested-lists'))).toBe(
    `步骤如下：

1. 选地点
  先看地图。
2. 备装备
  · 帐篷
  · 睡袋
    1. 薄款
    2. 厚款

中间一段话。

3. 出发
4. 回家

2024. 这一年我们去了三次。

· ☑ 订营地
· ☐ 买炭`,
  )
})

it('addresses end before full-width marks and Chinese letters', () => {
  const links = JSON.stringify(readMarkdown(readText('bare-addresses'))).matchAll(/"href":"([^"]*)"/gu)
  expect([...links].map(([, href]) => href)).toEqual([
    'https://example.com/camp',
    'http://www.example.com',
    'mailto:hi@example.com',
    'https://example.com/a?b=1',
    'https://example.com/',
  ])
})
