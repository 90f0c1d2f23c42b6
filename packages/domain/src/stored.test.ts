import { expect, it } from 'vitest'
import { storedLocale, storedTool } from './stored-columns.ts'
import { storedAnswer, storedChecks, storedForm, storedResult } from './stored-work.ts'

it('gives what the list knows', () => {
  expect(storedTool('wechat-article')).toBe('wechat-article')
  expect(storedLocale('en')).toBe('en')
  expect(storedLocale(null)).toBeNull()
})

it.each(['', 'horoscope', 'toString', '__proto__'])('names column and value of what no list knows: %j', (value) => {
  expect(() => storedTool(value)).toThrow(`tool_key holds ${JSON.stringify(value)}, which this version does not know`)
})

it.each([{}, { title: '题', tags: ['a', 'b'], body: '' }, { tags: [], rows: [{ name: '甲', count: 2 }] }])(
  'takes a result of texts, lists and rows as it is: %j',
  (result) => {
    expect(storedResult(result)).toBe(result)
  },
)

it.each([
  null,
  'text',
  [],
  { title: 1 },
  { title: null },
  { tags: ['a', 2] },
  { rows: [{ name: null }] },
  { rows: ['a', { name: 'b' }] },
])('refuses a result of another shape: %j', (result) => {
  expect(() => storedResult(result)).toThrow('creation_versions.result holds ')
})

const wording = { zh: '字数', en: 'Length' }
const check = { rule: 'length', severity: 'ok', label: wording, detail: wording }

it('takes checks as they are', () => {
  const checks = [check, { ...check, source: { title: 't', url: 'https://a.example', date: '2026' } }]
  expect(storedChecks(checks)).toBe(checks)
})

it.each([null, {}, [null], [{ ...check, severity: 'grave' }], [{ ...check, label: 'Length' }]])(
  'refuses checks of another shape: %j',
  (checks) => {
    expect(() => storedChecks(checks)).toThrow('creation_versions.checks holds ')
  },
)

it('takes any object as a form, and no answer yet as an answer', () => {
  expect(storedForm({ topic: '茶' })).toEqual({ topic: '茶' })
  expect(() => storedForm(null)).toThrow('a form holds JSON of a shape that this version does not know')
  expect(storedAnswer(null)).toBeNull()
  expect(() => storedAnswer([])).toThrow('requests.answer holds ')
})

it('tells no text of a person', () => {
  const readText = () => storedResult({ title: '私事', body: 1 })
  expect(readText).toThrow('creation_versions.result')
  expect(readText).not.toThrow('私事')
})
