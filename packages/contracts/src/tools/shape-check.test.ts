import { countLetters } from '../testing/count-letters.ts'
import { describe, expect, it } from 'vitest'
import { academicPaper } from './academic-paper/tool.ts'
import { checkResult } from './checks.ts'
import { resume } from './resume/tool.ts'
import { headingsOf } from './shape-check.ts'
import type { ToolDefinition } from './tool.ts'
import { workReport } from './work-report/tool.ts'

function shape(tool: ToolDefinition, rule: string, written: object, form: object = {}) {
  const checks = checkResult(
    tool,
    { title: '题', ...written },
    tool.input.parse({ ...tool.example, ...form }),
    countLetters,
  )
  const found = checks.find((check) => check.rule === rule)
  return [found?.severity, found?.detail.zh]
}

it.each([
  ['headings', '## 工作经历\n2022.03 至今 青禾公司。', ['工作经历']],
  ['bold openings', '**工作经历**\n- **教育背景**：浙江工商大学，本科。', ['工作经历', '教育背景']],
  ['numbered ones', '一、完成情况\n（二）问题\n1. 计划\n这是一句话。', ['完成情况', '问题', '计划']],
  [
    'lines of their own',
    '工作经历：\n在青禾公司负责会员增长，把转化率从 18% 升到 27%。\n【教育】',
    ['工作经历', '教育'],
  ],
])('reads %s', (_form, text, headings) => {
  expect(headingsOf(text)).toEqual(headings)
})

describe('a résumé', () => {
  const check = (body: string, form: object = {}) => shape(resume, 'resume.shape', { body }, form)
  const parts = ['## 工作经历\n甲', '## 项目经历\n乙', '## 教育背景\n丙']

  it('has a part for everything that was given', () => {
    expect(check(parts.join('\n\n'))).toEqual(['ok', '有工作经历、项目经历、教育背景'])
    expect(check('**Experience**\nA\n**Projects**\nB\n**Education**\nC', { language: 'en' })[0]).toBe('ok')
  })

  it('is said to lack what it lacks', () => {
    expect(check(parts.slice(1).join('\n\n'))).toEqual(['warn', '没有找到：工作经历'])
    expect(check('许知远在青禾公司负责会员增长，把转化率从 18% 升到 27%，毕业于浙江工商大学。')).toEqual([
      'warn',
      '没有找到：工作经历、项目经历、教育背景',
    ])
  })

  it('lacks nothing that nobody gave', () => {
    expect(check(parts[2] ?? '', { experience: '', projects: '' })[0]).toBe('ok')
    expect(check('自我评价：认真。', { experience: '', projects: '', education: '' })).toEqual([
      'warn',
      '没有找到：经历或教育背景',
    ])
  })

  it('is another thing than a letter', () => {
    const letter = '尊敬的招聘负责人：\n我应聘用户增长运营。\n此致\n敬礼\n许知远'
    expect(check(letter, { kind: 'cover-letter' })[0]).toBe('ok')
    expect(check('Dear hiring manager,\nI apply.\nSincerely,\nXu', { kind: 'cover-letter', language: 'en' })[0]).toBe(
      'ok',
    )
    expect(check(parts.join('\n'), { kind: 'cover-letter' })).toEqual(['warn', '没有找到：称呼、结尾敬语'])
  })
})

describe('a work report', () => {
  const check = (body: string, form: object = {}, nextSteps: string[] = []) =>
    shape(workReport, 'work-report.shape', { summary: '摘', body, nextSteps }, form)
  const body = '## 主要成果\n甲\n## 问题与原因\n乙'

  it('tells what was done, what is wrong and what comes next', () => {
    expect(check(`${body}\n## 下月计划\n丙`)).toEqual(['ok', '有完成情况、问题与不足、下一步计划'])
    expect(check(body, {}, ['和仓库定补货频次'])[0]).toBe('ok')
    expect(check(body)).toEqual(['warn', '没有找到：下一步计划'])
    expect(check('本月一切顺利，大家都很努力，感谢各位的支持。')[1]).toBe('没有找到：完成情况、问题与不足、下一步计划')
  })

  it('has the parts of its kind', () => {
    const all = `${body}\n## 今后努力方向\n丙`
    expect(check(all, { kind: 'duty' })).toEqual(['warn', '没有找到：岗位职责'])
    expect(check(`## 岗位职责\n丁\n${all}`, { kind: 'duty' })[0]).toBe('ok')
    expect(check(all, { kind: 'project' })).toEqual(['warn', '没有找到：背景与目标'])
    expect(check('**本周完成**：甲\n**下周安排**：乙', { kind: 'weekly', problems: '' })[0]).toBe('ok')
  })
})

it('leads a paper from its question to its answer, but not a chapter of it', () => {
  const check = (body: string, scope: string) => shape(academicPaper, 'paper.shape', { body }, { scope })
  expect(check('## 引言\n甲\n## 结论\n乙', 'full')[0]).toBe('ok')
  expect(check('## 一、引言\n甲', 'outline')).toEqual(['warn', '没有找到：结论'])
  expect(check('## 概念界定\n甲', 'chapter')[0]).toBeUndefined()
})
