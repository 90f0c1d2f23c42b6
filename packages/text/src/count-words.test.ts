import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWords } from './count-words.ts'

describe('countWords', () => {
  it.each([
    ['', 0],
    ['，。！', 0],
    ['城市夜跑', 4],
    ['用 AI 写作', 4],
    ['用AI写作', 4],
    ["don't stop", 2],
    ['2026 年 3.5 万人', 5],
    ['state-of-the-art', 1],
    ['ひらがなカタカナ', 8],
    ['😀👨‍👩‍👧❤️', 0],
    ['𠮷野家', 3],
    ['مبيعات العام الماضي', 3],
    ['ยอดขาย ปีที่แล้ว', 2],
  ])('counts %j as %i', (text, words) => {
    expect(countWords(text)).toBe(words)
  })

  it.each([
    ['marks', '**重点**和~~删去~~的`码`', 7],
    ['a word with marks inside', '**Hel**lo', 1],
    ['numbers of a list', '3. 出发\n4. 回家', 4],
    ['a year that begins a line', '2024. 这一年', 4],
    ['ticks', '- [x] 订营地', 3],
    ['the rule and the bars of a table', '| 项目 | 价 |\n|:--|--:|\n| 帐篷 | 12 |', 6],
    ['a fence and its language', '```bash\nls -l\n```', 2],
    ['a dividing line', '前文\n\n---\n\n后文', 4],
    ['the address behind a link', '见[攻略](https://example.com/a/b?c=1)', 3],
    ['an address in the text, but once', '见 https://example.com/a/b?c=1', 2],
    ['a formula, but once', '其中 $C(x_1,x_2)=a_1x_1$ 为\n\n$$\n\\frac{1}{N}\n$$', 5],
    ['character references', '甲&amp;乙', 2],
  ])('does not count %s', (_what, text, words) => {
    expect(countWords(text)).toBe(words)
  })

  it('counts paragraphs one by one', () => {
    const line = string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\p{P}\p{S}\p{C}\p{Z}]/gu, ''))
    assert(
      property(line, line, (left, right) => {
        expect(countWords(`字${left}\n\n字${right}`)).toBe(countWords(`字${left}`) + countWords(`字${right}`))
      }),
    )
  })
})
