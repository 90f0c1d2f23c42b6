import { describe, expect, it } from 'vitest'
import { baseOfStep, readOutline, readPlan, withoutBareHeading, withoutRepeatedHeading } from './work-plan.ts'

const parts = [
  { title: '一', brief: '' },
  { title: '二', brief: '' },
]

describe('readOutline', () => {
  const outline = [
    { title: '引言', brief: '问题从哪里来' },
    { title: '方法', brief: '怎么做，做了什么' },
  ]
  it.each([
    ['as asked', '1. 引言｜问题从哪里来\n2. 方法｜怎么做，做了什么'],
    ['with chatter', '好的，大纲如下：\n\n1. 引言｜问题从哪里来\n2. 方法｜怎么做，做了什么\n\n以上供参考'],
    ['bold, with dashes', '1. **引言**——问题从哪里来\n2. **方法**——怎么做，做了什么'],
    ['with colons', '1、引言：问题从哪里来\n2、方法：怎么做，做了什么'],
    ['in Chinese numerals, as headings', '### 一、引言 | 问题从哪里来\n### 二、方法 | 怎么做，做了什么'],
    ['as chapters', '第一章：引言｜问题从哪里来\n第二章：方法｜怎么做，做了什么'],
  ])('reads lines %s', (_form, text) => {
    expect(readOutline(text)).toEqual(outline)
  })

  it('finds none where there is none, and stops at what one work can hold', () => {
    expect(readOutline('没有大纲')).toEqual([])
    expect(readOutline(Array.from({ length: 40 }, (_, at) => `${at + 1}. 节`).join('\n'))).toHaveLength(24)
  })
})

describe('baseOfStep', () => {
  it('begins under the main marker', () => {
    expect(baseOfStep('wechat-article', { parts, isHeaded: false, ends: [] }, 1, '')).toBe('【正文】\n')
  })

  it('goes on behind the last finished part and drops what a broken attempt left', () => {
    const text = '【正文】\n第一部分。\n\n写了一半'
    expect(
      baseOfStep('wechat-article', { parts, isHeaded: false, ends: ['【正文】\n第一部分。'.length] }, 2, text),
    ).toBe('【正文】\n第一部分。\n\n')
  })

  it('closes on a line of its own', () => {
    const text = '【正文】\n甲\n\n乙'
    expect(baseOfStep('wechat-article', { parts, isHeaded: true, ends: [6, text.length] }, 3, text)).toBe(`${text}\n`)
  })
})

it('puts each part under its title, and drops a title under which nothing stands', () => {
  const plan = { parts, isHeaded: true, ends: [] }
  expect(baseOfStep('wechat-article', plan, 1, '')).toBe('【正文】\n## 一\n\n')
  const text = '【正文】\n## 一\n\n文。'
  const second = baseOfStep('wechat-article', { ...plan, ends: [text.length] }, 2, text)
  expect(second).toBe(`${text}\n\n## 二\n\n`)
  expect([second, text].map(withoutBareHeading)).toEqual([text, text])
})

it.each(['## 夜航\n\n风停了。', '**夜航**\n风停了。', '夜航：\n\n风停了。', '风停了。'])(
  'takes a part that begins %j for its text alone',
  (part) => {
    const base = '【正文】\n## 夜航\n\n'
    expect(withoutRepeatedHeading(base, base + part, '夜航')).toBe(`${base}风停了。`)
  },
)

it('reads a stored plan, and none', () => {
  const plan = { parts, isHeaded: true, ends: [3] }
  expect(readPlan(null)).toBeNull()
  expect(readPlan(plan)).toEqual(plan)
})
