import { academicPaper } from '@mozhou/contracts/tools/academic-paper/tool'
import { academicPaperInput } from '@mozhou/contracts/tools/academic-paper/fields'
import { expect, it } from 'vitest'
import { academicPaperPrompt } from './academic-paper.ts'

const form = (changed: object) => academicPaperInput.parse({ ...academicPaper.example, ...changed })
const { parts } = academicPaperPrompt

it.each([
  ['outline', null],
  ['chapter', null],
  ['full', 'outline'],
])('writes the scope %s by the plan %s', (scope, plan) => {
  expect(parts?.plan(form({ scope }))).toBe(plan)
})

it('names a chapter only where one is written', () => {
  expect(academicPaperPrompt.brief(form({ scope: 'chapter' }))).toContain('章节名称：理论基础与分析框架')
  for (const scope of ['outline', 'full']) expect(academicPaperPrompt.brief(form({ scope }))).not.toContain('章节名称')
})

it.each([
  [500, 4],
  [9_000, 6],
  [20_000, 10],
])('plans a paper of %d characters in %d chapters', (length, chapters) => {
  expect(parts?.outlineOrder(form({ scope: 'full', length }))).toContain(`共 ${chapters} 章`)
})

it('gives a chapter its share of the length, and one numbering of references', () => {
  const input = form({ scope: 'full', length: 9_000, referenceCount: 12 })
  const order = parts?.partOrder(input, { title: '研究设计', brief: '样本与访谈' }, { index: 2, total: 6 })
  expect(order).toContain('约 1500 字')
  expect(order).toContain('不超过 12 条')
  expect(order).toContain('文献表统一列在全文之后')
  expect(parts?.partTokens(input)).toBeGreaterThan(1_500 * 1.5)
})
