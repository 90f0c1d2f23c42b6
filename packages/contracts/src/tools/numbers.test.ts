import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formText, listCheck, numbersNotIn } from './numbers.ts'

describe('numbers of a text that another does not hold', () => {
  it.each([
    ['nothing new', '营收 120 万元，增长 35%', '营收120万元，同比增长35%', []],
    ['a new one, as written', '营收 120 万元，增长 35%', '营收120万元', ['35%']],
    ['each once', '35% 与 35%', '', ['35%']],
    ['thousands marks', '1,200,000 元', '120万元', []],
    ['other units', '2.5 亿', '250 million', []],
    ['Chinese numerals in the source', '3 年里服务 12 家', '三年里服务十二家', []],
    ['full-width digits', '２０２６年', '2026年', []],
    ['months by name', '2026年3月', 'March 2026', []],
    ['numbers inside words', '5G 与 H5、A4 纸', '5', []],
    ['two numbers beside a full-width comma', '120，350', '120 与 350', []],
    ['trailing zeros', '3.50 元', '3.5', []],
    ['no digits', '没有数字', '', []],
    ['shares and units', '占 3 成，历时 6 个月', '30%，半年', []],
    ['a month of a day that is known', '2022年3月至2024年5月', '2022-03-01 至 2024-05-31', []],
    ['万 as people type it', '50 万用户', '50w 用户', []],
    ['another measure', '跑了 30 公里', '30 miles', ['30 公里']],
  ])('%s', (_case, text, known, expected) => {
    expect(numbersNotIn(text, known)).toEqual(expected)
  })

  it('leaves numbering out', () => {
    const text = [
      '## 1 背景',
      '### 2.3 市场',
      '1. 第一',
      '2、第二',
      '（3）第三',
      '- 4) 第四',
      '第 5 章',
      '分三步：第 1 步',
      '**6.** 七',
    ].join('\n')
    expect(numbersNotIn(text, '')).toEqual([])
    expect(numbersNotIn('12 人参加\n3.5 倍', '')).toEqual(['12', '3.5 倍'])
  })

  it('finds none when a text is held against itself', () => {
    assert(
      property(integer({ min: 0, max: 99_999_999 }), integer({ min: 1, max: 99 }), (count, share) => {
        const text = `共 ${count} 人，其中 ${share}%`
        expect(numbersNotIn(text, text)).toEqual([])
        expect(numbersNotIn(`${count.toLocaleString('en-US')} 人`, text)).toEqual([])
      }),
    )
  })
})

it('lists what it found, and says how many when they are many', () => {
  const wording = { label: { zh: '数', en: 'n' }, none: { zh: '无', en: 'none' }, some: { zh: '请核对', en: 'check' } }
  expect(listCheck('r', [], wording)).toMatchObject({ severity: 'ok', detail: { zh: '无' } })
  expect(listCheck('r', ['1', '2'], wording)).toMatchObject({
    severity: 'warn',
    detail: { zh: '请核对：1、2', en: 'check: 1, 2' },
  })
  const many = Array.from({ length: 20 }, (_, at) => String(at))
  expect(listCheck('r', many, wording).detail.zh).toMatch(/、11 等 20 处$/u)
})

it('reads a whole form as one text', () => {
  expect(formText({ a: '甲', b: ['乙', '丙'], c: 3, d: true })).toBe('甲\n乙\n丙\n3\ntrue')
})
