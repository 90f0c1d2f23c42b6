import { describe, expect, it } from 'vitest'
import { unwrapPart } from './unwrap-part.ts'

const base = '【正文】\n## 夜航\n\n'

describe('a part', () => {
  it.each([
    ['its title', '## 夜航\n\n风停了。'],
    ['its title in bold', '**夜航**\n风停了。'],
    ['its title and a colon', '夜航：\n\n风停了。'],
    ['its title with the number of its chapter', '### 第一章 《夜航》\n\n风停了。'],
    ['a numbered title', '一、夜航\n\n风停了。'],
    ['an announcement', '好的，以下是为您撰写的正文：\n\n风停了。'],
    ['an announcement and its title', '当然可以！下面是这一部分的内容：\n\n## 夜航\n\n风停了。\n\n希望对您有帮助！'],
    ['a fence', '```markdown\n风停了。\n```'],
    ['an announcement and a fence', '好的，以下是正文：\n\n~~~\n## 夜航\n风停了。\n~~~\n\n请查收。'],
    ['a fence that was never closed', '```markdown\n风停了。'],
    ['the marker of its section', '【正文】\n风停了。'],
    ['nothing', '风停了。'],
  ])('that stands behind %s is its text alone', (_what, part) => {
    expect(unwrapPart(base, base + part, '夜航')).toBe(`${base}风停了。`)
  })

  it.each([
    '好的。\n\n他点了点头。请查收。',
    '风停了。\n\n请查收。',
    '```js\nlet a = 1\n```',
    '```\na\n```\n文\n```\nb\n```',
    '夜航船来了，风停了。',
    '【注意】风大。',
    '夜航',
    '',
  ])('of %j keeps every word', (part) => {
    expect(unwrapPart(base, base + part, '夜航')).toBe(base + part)
  })

  it('keeps a fence within a fence', () => {
    const inside = '文。\n\n```js\nlet a = 1\n```\n\n尾。'
    expect(unwrapPart(base, `${base}\`\`\`markdown\n${inside}\n\`\`\``, '夜航')).toBe(base + inside)
  })
})

describe('a text that is gone on with', () => {
  it.each([
    ['船离了', '好的，以下是接下来的内容：\n\n岸。', '船离了岸。'],
    ['船离了岸。', '好的，以下是接下来的内容：\n\n风停了。', '船离了岸。\n\n风停了。'],
    ['船离了', '岸。', '船离了岸。'],
    ['```\n一，', '二。\n```\n三。', '```\n一，二。\n```\n三。'],
    ['```\n一。\n', '```\n三。', '```\n一。\n```\n三。'],
    ['船离了岸。', '\n\n风停了。', '船离了岸。\n\n风停了。'],
  ])('%j and %j', (before, more, whole) => {
    expect(unwrapPart(before, before + more, '')).toBe(whole)
  })
})
