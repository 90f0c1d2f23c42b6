import { expect, it } from 'vitest'
import { findAbsoluteTerms } from './absolute-terms.ts'
import { checkResult, lengthWithin, missingSections } from './checks.ts'
import type { ToolDefinition } from './tool.ts'
import { wechatArticle } from './wechat-article/tool.ts'
import { countLetters } from '../testing/count-letters.ts'

const tool = wechatArticle as ToolDefinition
const input = { ...wechatArticle.example, length: 300 }
const result = { title: '夜跑', summary: '三十天', body: `${'字'.repeat(300)}。`, keywords: ['夜跑'] }
const severities = (changed: object) =>
  Object.fromEntries(
    checkResult(tool, { ...result, ...changed }, input, countLetters).map(({ rule, severity }) => [rule, severity]),
  )

it('finds nothing to warn of in a good result', () => {
  expect(severities({})).toEqual({
    parts: 'ok',
    ending: 'ok',
    characters: 'ok',
    repeats: 'ok',
    length: 'ok',
    'absolute-terms': 'ok',
    'ai-label': 'info',
    'wechat.title': 'ok',
    'wechat.summary': 'ok',
  })
})

it.each([
  ['a part is missing', { keywords: [] }, 'parts'],
  ['the text is too short', { body: `${'字'.repeat(200)}。` }, 'length'],
  ['the text is too long', { body: `${'字'.repeat(400)}。` }, 'length'],
  ['the text breaks off', { body: '字'.repeat(300) }, 'ending'],
  ['a character is broken', { summary: '三十\u{fffd}天' }, 'characters'],
  ['a paragraph stands twice', { body: `${'字'.repeat(150)}。\n\n${'字'.repeat(150)}。` }, 'repeats'],
  ['an absolute term is used', { body: `${'字'.repeat(290)}，全网第一的国家级品牌。` }, 'absolute-terms'],
  ['the title is longer than the platform takes', { title: '字'.repeat(65) }, 'wechat.title'],
])('warns when %s', (_case, changed, rule) => {
  expect(Object.entries(severities(changed)).filter(([, severity]) => severity === 'warn')).toEqual([[rule, 'warn']])
})

it('names what is missing', () => {
  expect(missingSections(tool, { ...result, summary: ' ', keywords: [] }).map(({ marker }) => marker)).toEqual([
    '摘要',
    '关键词',
  ])
})

it('takes a fifth more or less for the asked length', () => {
  expect([799, 800, 1_200, 1_201].map((measured) => lengthWithin('length', measured, 1_000).severity)).toEqual([
    'warn',
    'ok',
    'ok',
    'warn',
  ])
})

it('names each absolute term once, in the order of the text', () => {
  expect(findAbsoluteTerms('这是最好的、国家级的、最好的选择，销量第一')).toEqual(['最好', '国家级', '销量第一'])
  expect(findAbsoluteTerms('最近第一次来到最后一站')).toEqual([])
})

it('says of a result without words that nothing was looked at', () => {
  const empty = { title: '', summary: '', body: ' ', keywords: [] }
  expect(checkResult(tool, empty, input, countLetters).map(({ rule, severity }) => [rule, severity])).toEqual([
    ['parts', 'warn'],
    ['text', 'info'],
  ])
})

it('names broken characters by what stands around them, in every section', () => {
  const checks = checkResult(tool, { ...result, keywords: ['夜\u{fffd}跑'] }, input, countLetters)
  expect(checks.find(({ rule }) => rule === 'characters')?.detail.zh).toBe('有无法显示的字符（\u{fffd}）：夜\u{fffd}跑')
})
