import { expect, it } from 'vitest'
import { checkResult } from '../checks.ts'
import type { ToolDefinition } from '../tool.ts'
import { readGlossary, translation, translationOutput } from './tool.ts'
import { countLetters } from '../../testing/count-letters.ts'

const form = { source: '墨舟有 14 个工具。\n\n每次 10 积分。', glossary: '墨舟=Mozhou\n积分=credits\n别处=elsewhere' }
const parse = (changed: object = {}) => translation.input.parse({ ...form, ...changed })
const severities = (body: string, changed: object = {}) =>
  Object.fromEntries(
    checkResult(translation as ToolDefinition, { body, notes: [] }, parse(changed), countLetters).map(
      ({ rule, severity }) => [rule, severity],
    ),
  )

it('reads a glossary as people write it', () => {
  expect(
    readGlossary('积分=credits\n会员 → member\n墨舟：Mozhou\nA/B 测试\tA/B test\nOpenAI\n\n失败 => failure'),
  ).toEqual([
    { term: '积分', translation: 'credits' },
    { term: '会员', translation: 'member' },
    { term: '墨舟', translation: 'Mozhou' },
    { term: 'A/B 测试', translation: 'A/B test' },
    { term: 'OpenAI', translation: 'OpenAI' },
    { term: '失败', translation: 'failure' },
  ])
})

it('derives paragraphs side by side, and which terms of the source were kept', () => {
  const derived = translation.derive?.({ body: 'Mozhou has 14 tools.\n\nEach time costs 10 points.' }, parse())
  expect(derived).toEqual({
    paragraphs: [
      { source: '墨舟有 14 个工具。', target: 'Mozhou has 14 tools.' },
      { source: '每次 10 积分。', target: 'Each time costs 10 points.' },
    ],
    glossary: [
      { term: '墨舟', translation: 'Mozhou', isKept: '是' },
      { term: '积分', translation: 'credits', isKept: '否' },
    ],
  })
  expect(translationOutput.safeParse({ body: '', notes: [], ...derived }).error).toBeUndefined()
})

it('shows a paragraph that has no peer', () => {
  expect(translation.derive?.({ body: 'Mozhou has 14 tools.' }, parse())?.['paragraphs']).toEqual([
    { source: '墨舟有 14 个工具。', target: 'Mozhou has 14 tools.' },
    { source: '每次 10 积分。', target: '' },
  ])
})

it.each([
  ['nothing', 'Mozhou has 14 tools.\n\nTen credits each.', {}, []],
  ['a missing paragraph', 'Mozhou has 14 tools, ten credits each.', {}, ['translation.paragraphs']],
  ['a term of its own making', 'Mozhou has 14 tools.\n\n10 points each.', {}, ['translation.glossary']],
  ['a lost number', 'Mozhou has 15 tools.\n\n10 credits each.', {}, ['translation.numbers']],
  ['no number when localised', 'Mozhou has many tools.\n\n10 credits each.', { localise: true }, []],
])('warns of %s', (_case, body, changed, rules) => {
  const warned = Object.entries(severities(body, changed)).filter(([, severity]) => severity === 'warn')
  expect(warned.map(([rule]) => rule)).toEqual(rules)
})
