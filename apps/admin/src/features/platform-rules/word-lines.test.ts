import type { ListedTermInput } from '@mozhou/contracts/platform-rules/inputs'
import { expect, it } from 'vitest'
import { readWordLines, writeWordLines } from './word-lines.ts'

it('reads a term a line, with what stands beside it', () => {
  expect(readWordLines('内部词\n\n# 说明\n站外词 | 拦截 | 小红书、抖音 | 站外词典\nAI换脸｜提示')).toEqual({
    terms: [
      { term: '内部词', severity: 'warn' },
      { term: '站外词', severity: 'block', platforms: ['xiaohongshu', 'douyin'], safe: ['站外词典'] },
      { term: 'AI换脸', severity: 'info' },
    ],
    wrong: [],
  })
})

it('says which line it does not understand, and why', () => {
  const { terms, wrong } = readWordLines('好\n词 | 严重\n词 | 拦截 | 微博\n| 拦截\n词 | 拦截 | | | 多')
  expect(terms).toHaveLength(1)
  expect(wrong.map(({ line, why }) => [line, why])).toEqual([
    [2, 'severity'],
    [3, 'platform'],
    [4, 'columns'],
    [5, 'columns'],
  ])
})

it('writes what it reads', () => {
  const terms: ListedTermInput[] = [
    { term: '甲', severity: 'block' },
    { term: '乙', severity: 'info', platforms: ['zhihu'] },
    { term: '丙', severity: 'warn', safe: ['丙丁', '甲丙'] },
  ]
  expect(readWordLines(writeWordLines(terms))).toEqual({ terms, wrong: [] })
  expect(writeWordLines(terms).split('\n')[0]).toBe('甲 | 拦截')
})
