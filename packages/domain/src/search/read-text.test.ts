import { describe, expect, it } from 'vitest'
import { excerptOf, namedByWords } from './read-text.ts'

describe('an excerpt', () => {
  it.each([
    ['**粗** 和 `码`\n\n## 💡 最后几点提醒\n\n- 一\n- 二', '粗 和 码 💡 最后几点提醒 · 一 · 二'],
    ['[链接](https://example.com) ![图](https://example.com/a.png) ~~划掉~~', '链接 ［图片：图］ 划掉'],
    ['| 甲 | 乙 |\n|---|---|\n| 1 | 2 |', '甲 乙 1 2'],
    ['价格 3 * 5 _不变_', '价格 3 * 5 不变'],
    ['', ''],
  ])('of %j has none of its marks', (markdown, words) => {
    expect(excerptOf(markdown, 80)).toBe(words)
  })

  it('is as long as is wanted, in whole characters', () => {
    expect(excerptOf('🏮🏮🏮', 2)).toBe('🏮🏮')
  })
})

describe('what a card is called', () => {
  it.each([
    ['✨ 先说结论：一只手能拿下是真的，缺点也真的不算少，下面慢慢说。\n第二行', '✨ 先说结论：一只手能拿下是真的'],
    ['☕ 头几天手生，清洗不费事没有想象中顺，后来就好了', '☕ 头几天手生，清洗不费事没有想象中顺'],
    ['**短短一句。** 后面还有', '短短一句'],
    ['没有标点的一长串字没有标点的一长串字没有标点的一长串字', '没有标点的一长串字没有标点的一长串字没有标点的…'],
    ['价格 3.5 元！', '价格 3.5 元'],
    ['……开头是省略', '……开头是省略'],
    ['---\n- 带上头灯\n- 带上雨衣', '带上头灯'],
    ['\n\n\n', ''],
  ])('%j', (text, name) => {
    expect(namedByWords(text, 24)).toBe(name)
  })
})
