import { describe, expect, it } from 'vitest'
import { businessPlan } from './business-plan/tool.ts'
import { checkResult } from './checks.ts'
import { resume } from './resume/tool.ts'
import { namesOf, story } from './story/tool.ts'
import type { ToolResult } from '../results/section.ts'
import type { ToolDefinition } from './tool.ts'
import { workReport } from './work-report/tool.ts'
import { countLetters } from '../testing/count-letters.ts'

const check = (tool: ToolDefinition, result: ToolResult, rule: string, changed: object = {}) => {
  const input = tool.input.parse({ ...tool.example, ...changed })
  return checkResult(tool, result, input, countLetters).find((found) => found.rule === rule)
}

describe('a business plan', () => {
  const tool = businessPlan as ToolDefinition
  const body = '首店投入 68 万元，月收入 41 万元，客单价约 21.6 元，三年后达到 900 万元。'
  const figures = [{ figure: '21.6 元', source: '推算：41 万元 ÷ 1.9 万单' }]

  it('tells figures that neither the form nor the table of sources holds', () => {
    const found = check(tool, { summary: '', body, figures }, 'business-plan.numbers')
    expect(found).toMatchObject({ severity: 'warn' })
    expect(found?.detail.zh).toContain('900 万')
    expect(found?.detail.zh).not.toMatch(/21\.6|68|41/u)
  })

  it('takes a figure for sourced once the table names it, and tells what is assumed', () => {
    const assumed = [...figures, { figure: '900 万元', source: '假设：每年新开 5 家，待核实' }]
    expect(check(tool, { summary: '', body, figures: assumed }, 'business-plan.numbers')?.severity).toBe('ok')
    expect(check(tool, { summary: '', body, figures: assumed }, 'business-plan.assumptions')?.detail.zh).toContain(
      '900 万元',
    )
    expect(check(tool, { summary: '', body, figures }, 'business-plan.assumptions')?.severity).toBe('ok')
  })

  it('names chapters that are not there', () => {
    const written = { summary: '', body: '## 团队\n两人', figures: [] }
    expect(check(tool, written, 'business-plan.chapters', { chapters: ['团队', '风险'] })?.detail.zh).toContain('风险')
    expect(check(tool, written, 'business-plan.chapters', { chapters: ['团队'] })?.severity).toBe('ok')
  })
})

describe('a work report', () => {
  const tool = workReport as ToolDefinition
  const kept = '会员日客流高 32%；新增会员 1460 人，目标 1200 人；处理时间由 26 小时降到 9 小时'

  it('tells numbers nobody gave, and results it left out', () => {
    expect(check(tool, { body: kept }, 'work-report.numbers')?.severity).toBe('ok')
    expect(check(tool, { body: kept }, 'work-report.achievements')?.severity).toBe('ok')
    expect(check(tool, { body: `${kept}，完成率 121.7%` }, 'work-report.numbers')?.detail.zh).toContain('121.7%')
    expect(check(tool, { body: '客流高 32%' }, 'work-report.achievements')?.detail.zh).toContain('1,460')
  })

  it('does not take the asked length for a number of the work', () => {
    expect(check(tool, { body: '服务 800 人' }, 'work-report.numbers')?.severity).toBe('warn')
  })
})

describe('a résumé', () => {
  const tool = resume as ToolDefinition

  it('tells years, numbers, employers and prizes nobody gave', () => {
    const body = '2022.03 至今 青禾公司，转化率 27%；2018 年在星辰科技有限公司获“金牌员工”'
    expect(check(tool, { body }, 'resume.numbers')?.detail.zh).toMatch(/：2018 年$/u)
    expect(check(tool, { body }, 'resume.names')?.detail.zh).toMatch(/：星辰科技有限公司、金牌员工$/u)
    expect(check(tool, { body: '浙江工商大学，2016.09–2020.06' }, 'resume.names')?.severity).toBe('ok')
  })

  it('does not hold translated names against Chinese ones', () => {
    expect(check(tool, { body: 'Qinghe' }, 'resume.names', { language: 'en' })).toBeUndefined()
  })
})

describe('a story', () => {
  const tool = story as ToolDefinition

  it('reads the names out of the characters', () => {
    expect(
      namesOf(
        '周守义：六十七岁\n2. 林晚（邮递员）\n- 阿海，弟弟\n女主：苏青，护士\n老赵\nAnna: a nurse\n一个没有名字的人总在等船',
      ),
    ).toEqual(['周守义', '林晚', '阿海', '苏青', '老赵', 'Anna'])
  })

  it('begins its next chapter with what was remembered and how the text ended', () => {
    const input = tool.input.parse({ theme: '灯塔来信', form: 'chapters', chapterNumber: 3, chapters: 2, plot: '船沉' })
    const memory = ['人物：林晚怕水', '伏笔：邮戳是真的']
    const body = `## 第 3 章 信\n\n${'旧'.repeat(9_000)}\n\n她合上了信。`
    const next = tool.sequel?.from({ title: '信', body, memory }, input)
    expect(next).toMatchObject({ theme: '灯塔来信', chapterNumber: 5, chapters: 2, plot: '' })
    expect(next?.['previousMemory']).toBe(memory.join('\n'))
    expect(next?.['previousText']).toMatch(/她合上了信。$/)
    expect(tool.input.safeParse(next).success).toBe(true)
    const long = tool.sequel?.from({ body, memory: Array.from({ length: 400 }, () => '地点：岛上的邮局与码头') }, input)
    expect(tool.input.safeParse(long).success).toBe(true)
    expect(tool.sequel?.from({ body, memory }, tool.input.parse({ theme: '灯塔来信' }))).toBeNull()
  })

  it('asks for as much as all its chapters take, and for as many', () => {
    const form = { form: 'chapters', chapters: 2, length: 500 }
    const body = `## 第 1 章\n${'字'.repeat(490)}\n\n## 第 2 章\n${'字'.repeat(490)}`
    expect(check(tool, { body }, 'length', form)?.severity).toBe('ok')
    expect(check(tool, { body }, 'story.chapters', form)?.severity).toBe('ok')
    expect(check(tool, { body }, 'story.chapters', { ...form, chapters: 3 })?.severity).toBe('warn')
    expect(check(tool, { body: '周守义和林晚' }, 'story.cast')?.detail.zh).toContain('阿海')
  })
})
