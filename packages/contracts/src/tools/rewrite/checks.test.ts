import { expect, it } from 'vitest'
import { checkResult } from '../checks.ts'
import { overlapPercent, rewrite } from './tool.ts'
import { countLetters } from '../../testing/count-letters.ts'

const source = `${'原文'.repeat(50)}，2026 年`
const severities = (form: object, body: string) => {
  const input = rewrite.input.parse({ source, ...form })
  const checks = checkResult(rewrite, { body, changes: ['改'] }, input, countLetters)
  return Object.fromEntries(checks.map(({ rule, severity }) => [rule, severity]))
}
const written = (length: number) => `${'改'.repeat(length)}，2026 年`

it.each([
  ['rewrite', 100, 'ok'],
  ['rewrite', 60, 'warn'],
  ['expand', 180, 'ok'],
  ['expand', 110, 'warn'],
  ['shorten', 50, 'ok'],
  ['shorten', 95, 'warn'],
  ['shorten', 10, 'warn'],
  ['polish', 100, 'ok'],
  ['polish', 140, 'warn'],
  ['deduplicate', 110, 'ok'],
])('holds the length of %s against its source: %d characters are %s', (mode, length, severity) => {
  expect(severities({ mode }, written(length))['rewrite.length']).toBe(severity)
})

it('holds an asked length instead, where one is asked', () => {
  const asked = severities({ mode: 'shorten', targetLength: 200 }, written(200))
  expect(asked).toMatchObject({ length: 'ok' })
  expect(asked).not.toHaveProperty('rewrite.length')
})

it('tells numbers that were lost or added, and words that were not kept', () => {
  expect(severities({}, written(100))['rewrite.facts']).toBe('ok')
  expect(severities({}, '改'.repeat(100))['rewrite.facts']).toBe('warn')
  expect(severities({}, `${written(100)}，增长 35%`)['rewrite.facts']).toBe('warn')
  expect(severities({ keepTerms: ['原文', '别处'] }, written(100))['rewrite.terms']).toBe('warn')
})

it('measures what was copied', () => {
  const text = '今天夜里沿着河堤跑步的人比昨天多了很多'
  expect(overlapPercent(text, text)).toBe(100)
  expect(overlapPercent('河堤上夜跑的人，一天比一天多', text)).toBe(0)
  expect(overlapPercent('', text)).toBe(0)
  expect(severities({ mode: 'deduplicate' }, source)['rewrite.overlap']).toBe('warn')
})
