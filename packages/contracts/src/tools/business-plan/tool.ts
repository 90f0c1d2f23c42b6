import { z } from 'zod'
import { plainText } from '../plain-text.ts'
import { formText, listCheck, sectionsText, sourcedNumbers } from '../numbers.ts'
import { businessPlanFields, businessPlanInput } from './fields.ts'
import type { BusinessPlanInput } from './fields.ts'
import { defineTool } from '../tool.ts'
import { notLookedAt } from '../verdict.ts'
import type { ToolResult } from '../../results/section.ts'
import { bodySection, summarySection, titleSection } from '../usual-sections.ts'

/** What a whole plan consists of, in its order. */
export const planChapters = [
  '执行摘要',
  '公司与产品',
  '市场分析',
  '竞争分析',
  '商业模式',
  '营销策略',
  '团队',
  '财务预测',
  '融资计划',
  '风险',
] as const

const businessPlanOutput = z.object({
  title: z.string(),
  summary: z.string(),
  body: z.string(),
  figures: z.array(z.object({ figure: z.string(), source: z.string() })),
})

export const chaptersOf = ({ chapters }: Pick<BusinessPlanInput, 'chapters'>): readonly string[] =>
  chapters.length === 0 ? planChapters : chapters

export const businessPlan = defineTool({
  key: 'business-plan',
  title: { zh: '商业计划书', en: 'Business plan' },
  description: {
    zh: '按章成文，结构完整，每个数字都能追溯到您的材料',
    en: 'Written chapter by chapter, with every figure traced to what you gave',
  },
  icon: 'chart-no-axes-combined',
  input: businessPlanInput,
  output: businessPlanOutput,
  example: {
    projectName: '邻厨：社区中央厨房',
    project:
      '为老旧小区的老人和双职工家庭提供当天现做的三餐，用社区闲置食堂改造成中央厨房，小程序预订，步行 15 分钟内送到。2025 年 9 月在杭州拱墅区开出第一家，面积 180 平方米。',
    market: '拱墅区 60 岁以上老人 27.6 万人（区统计公报 2025）；周边 1 公里内有 14 个小区、约 2.1 万户（自行走访）。',
    competition: '外卖平台价格高、老人不会用；社区食堂菜品单一，晚上不营业。',
    model: '早餐均价 8 元、正餐均价 22 元；月卡 990 元；食材成本占收入 42%。',
    finance:
      '首店投入 68 万元；2026 年 10 月收入 41 万元，订单 1.9 万单，当月盈利 3.2 万元。计划 2027 年开 5 家店，单店月收入目标 45 万元。',
    team: '陈立：15 年连锁餐饮供应链经验；吴佳：社区团购运营 6 年；主厨 2 人。',
    funding: '出让 10% 股份，融资 300 万元：开店 220 万元，系统 40 万元，流动资金 40 万元。',
    audience: 'investors',
    stage: 'early',
    chapters: [],
    length: 6_000,
    requirements: '写清单店模型',
  },
  titleFrom: 'projectName',
  isProse: true,
  lengthFrom: 'length',
  sections: [
    titleSection('一行，项目名称加“商业计划书”；只写一章时加章名'),
    summarySection('一行，150 个字以内：做什么、给谁、凭什么、做到了什么、要什么'),
    bodySection('Markdown 正文，每章以“## 章名”开头'),
    {
      field: 'figures',
      marker: '数据来源',
      as: 'table',
      label: { zh: '数据来源', en: 'Figures and sources' },
      order: '正文里的每个数字一行；来源写“用户材料：……（哪一处）”、“推算：……（写出算式）”或“假设：……（依据，待核实）”',
      columns: [
        { field: 'figure', heading: '数据', label: { zh: '数据', en: 'Figure' }, as: 'text' },
        { field: 'source', heading: '来源', label: { zh: '来源', en: 'Source' }, as: 'text' },
      ],
    },
  ],
  checks: (result, input) => [
    sourcedNumbers(
      'business-plan.numbers',
      sectionsText(result, ['summary', 'body']),
      `${formText({ ...input, length: '' })}\n${plainText(result['figures'])}`,
    ),
    assumptionsCheck(result),
    chaptersCheck(result, input),
  ],
  fields: businessPlanFields,
})

/** Figures that rest on an assumption, or on nothing. */
function assumptionsCheck(result: ToolResult) {
  const rows = businessPlanOutput.shape.figures.safeParse(result['figures']).data ?? []
  const label = { zh: '假设的数据', en: 'Assumed figures' }
  if (rows.length === 0)
    return notLookedAt('business-plan.assumptions', label, { zh: '没有数据来源表', en: 'there is no table of sources' })
  const assumed = rows.filter(({ source }) => source === '' || /假设|估算|估计|待核实|assum|estimat/iu.test(source))
  const found = assumed.map(({ figure }) => figure).filter((figure) => figure !== '')
  return listCheck('business-plan.assumptions', found, {
    label,
    none: { zh: '没有以假设为来源的数字', en: 'No figure rests on an assumption' },
    some: { zh: '这些数字出自假设，使用前请核实', en: 'These rest on assumptions, verify before use' },
  })
}

function chaptersCheck(result: ToolResult, input: BusinessPlanInput) {
  const headings = (plainText(result['body']).match(/^#{1,4}[ \t].*$/gmu) ?? []).join('\n')
  const absent = chaptersOf(input).filter((chapter) => !headings.includes(chapter))
  return listCheck('business-plan.chapters', absent, {
    label: { zh: '章节齐全', en: 'Chapters' },
    none: { zh: '要求的章节都有', en: 'Every chapter asked for is there' },
    some: { zh: '缺少章节', en: 'Missing chapters' },
  })
}
