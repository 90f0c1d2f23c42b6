import { describe, expect, it } from 'vitest'
import { baseOfStep, readPlan, withoutBareHeading } from './work-plan.ts'

const parts = [
  { title: '一', brief: '' },
  { title: '二', brief: '' },
]

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

it('reads a stored plan, and none', () => {
  const plan = { parts, isHeaded: true, ends: [3] }
  expect(readPlan(null)).toBeNull()
  expect(readPlan(plan)).toEqual(plan)
})
