import { expect, it } from 'vitest'
import { fieldIssueText } from './field-issue-text.ts'
import { rulesEn } from './rules.en.ts'
import { rulesZh } from './rules.zh.ts'

const said = (rule: string, params: Record<string, string | number>) =>
  [rulesZh, rulesEn].map((rules) => fieldIssueText(rules, 'x', { path: 'x', rule, params }, String))

it.each([
  ['string', 'x要是文字', 'x must be text'],
  ['array', 'x要是列表', 'x must be a list'],
  ['object', 'x要是对象', 'x must be an object'],
  ['record', 'x要是对象', 'x must be an object'],
  ['boolean', 'x只能是 true 或 false', 'x must be true or false'],
  ['number', 'x要填数字', 'x must be a number'],
  ['int', 'x要填整数', 'x must be a whole number'],
])('says what type a value of another one should have: %s', (expected, zh, en) => {
  expect(said('invalid_type', { expected })).toEqual([zh, en])
  expect(said('invalid_type', { expected, isEmpty: 1 })).toEqual(['请填写x', 'x is required'])
})

it('words the rules of times', () => {
  expect(said('year_range', {})).toEqual(['x要在 2000 年到 2100 年之间', 'x must be in the years 2000 to 2100'])
  expect(said('invalid_format', { format: 'datetime' })[1]).toContain('2026-11-27T08:00:00+08:00')
  expect(said('invalid_format', { format: 'date' })[0]).toBe('x要填日期，例如 2026-11-27')
})

it('words the rule of invitation codes, not that of characters', () => {
  expect(said('referral_code', {})).toEqual([
    'x是 8 位字母和数字，不含 0、1、I、O，请核对或留空',
    'x is 8 letters and digits without 0, 1, I, O; check it or leave it empty',
  ])
})

it('words the rules that keep a discount from giving all away', () => {
  expect(said('below_threshold', {})[0]).toBe('x里减的金额要小于那一档的门槛')
  expect(said('within_threshold', {})).toEqual(['x不能超过使用门槛', 'x must not be more than the threshold'])
  expect(said('cap_needed', {})[0]).toBe('全部减免时要填x')
})

it('words the rule of ID numbers', () => {
  expect(said('id_number', {})).toEqual([
    'x不对，请按身份证核对 18 位号码',
    'x must be the 18 characters of an ID card',
  ])
})
