import { z } from 'zod'
import { choices, oneOf } from '../fields/choices.ts'
import { lengthField } from '../fields/length.ts'
import { requirementsField, requirementsInput } from '../fields/requirements.ts'
import type { ToolField } from '../tool.ts'
import { textInput } from '../../text.ts'

const audiences = choices([
  ['investors', '投资人', 'Investors'],
  ['bank', '银行', 'A bank'],
  ['partners', '合作伙伴', 'Partners'],
  ['government', '政府或园区', 'Government'],
  ['contest', '创业大赛', 'A contest'],
  ['internal', '公司内部', 'Our own company'],
])
const stages = choices([
  ['idea', '想法', 'Idea'],
  ['prototype', '样品或内测', 'Prototype'],
  ['early', '已有客户', 'First customers'],
  ['growth', '快速增长', 'Growth'],
  ['mature', '成熟扩张', 'Mature'],
])

export const businessPlanInput = z.object({
  projectName: textInput(2, 60),
  project: textInput(5, 5_000),
  market: textInput(0, 4_000).default(''),
  competition: textInput(0, 2_000).default(''),
  model: textInput(0, 2_000).default(''),
  finance: textInput(0, 4_000).default(''),
  team: textInput(0, 2_000).default(''),
  funding: textInput(0, 1_000).default(''),
  audience: oneOf(audiences).default('investors'),
  stage: oneOf(stages).default('early'),
  /** Empty: all of `planChapters`. */
  chapters: z.array(textInput(1, 20)).max(10).default([]),
  /** Characters of all that is written. */
  length: z.number().int().min(1_000).max(20_000).default(6_000),
  requirements: requirementsInput,
})
export type BusinessPlanInput = z.output<typeof businessPlanInput>

export const businessPlanFields: readonly ToolField[] = [
  {
    name: 'projectName',
    control: 'text',
    maxLength: 60,
    isRequired: true,
    label: { zh: '项目名称', en: 'Project' },
    placeholder: { zh: '例如：邻厨：社区中央厨房', en: 'For example: Next Door Kitchen' },
  },
  {
    name: 'project',
    control: 'textarea',
    maxLength: 5_000,
    rows: 5,
    isRequired: true,
    label: { zh: '项目信息', en: 'About the project' },
    placeholder: {
      zh: '为谁解决什么问题，产品或服务是什么，进展到哪里',
      en: 'Whose problem it solves, what it offers, how far it is',
    },
    hint: {
      zh: '把真实的数字写进来：计划书只引用您给的数字，假设会单独标明',
      en: 'Put real figures in: the plan quotes only yours, and marks assumptions',
    },
  },
  {
    name: 'market',
    control: 'textarea',
    maxLength: 4_000,
    rows: 4,
    label: { zh: '市场分析', en: 'Market' },
    placeholder: { zh: '客群、规模、趋势，连同数据出处', en: 'Customers, size, trend, with the sources of data' },
  },
  {
    name: 'finance',
    control: 'textarea',
    maxLength: 4_000,
    rows: 4,
    label: { zh: '财务预测', en: 'Finances' },
    placeholder: {
      zh: '收入、成本、投入、目标，以及预测的依据',
      en: 'Revenue, costs, outlay, targets, and their basis',
    },
  },
  {
    name: 'team',
    control: 'textarea',
    maxLength: 2_000,
    rows: 3,
    label: { zh: '团队', en: 'Team' },
    placeholder: { zh: '姓名、分工、相关经历', en: 'Names, roles, relevant experience' },
  },
  {
    name: 'funding',
    control: 'textarea',
    maxLength: 1_000,
    rows: 2,
    label: { zh: '融资需求', en: 'Funding' },
    placeholder: { zh: '金额、出让比例、用途', en: 'Amount, share offered, use of funds' },
  },
  {
    name: 'audience',
    control: 'select',
    width: 'half',
    label: { zh: '给谁看', en: 'Readers' },
    options: audiences,
  },
  {
    name: 'stage',
    control: 'select',
    width: 'half',
    label: { zh: '项目阶段', en: 'Stage' },
    options: stages,
  },
  {
    name: 'chapters',
    control: 'tags',
    maxItems: 10,
    maxLength: 20,
    label: { zh: '章节', en: 'Chapters' },
    placeholder: { zh: '留空写完整十章', en: 'Empty: the whole plan' },
    hint: {
      zh: '只写一部分时填章名：执行摘要、公司与产品、市场分析、竞争分析、商业模式、营销策略、团队、财务预测、融资计划、风险',
      en: 'For a part of the plan, name its chapters; any name goes, such as 市场分析 (market) or 财务预测 (finances)',
    },
  },
  { ...lengthField, min: 1_000, max: 20_000, step: 500, label: { zh: '总字数', en: 'Length in all' } },
  {
    name: 'competition',
    control: 'textarea',
    maxLength: 2_000,
    rows: 3,
    isAdvanced: true,
    label: { zh: '竞争情况', en: 'Competition' },
    placeholder: { zh: '对手是谁，差别在哪里', en: 'Who competes, and what differs' },
  },
  {
    name: 'model',
    control: 'textarea',
    maxLength: 2_000,
    rows: 3,
    isAdvanced: true,
    label: { zh: '商业模式', en: 'Business model' },
    placeholder: { zh: '怎么收费，成本结构，渠道', en: 'Prices, costs, channels' },
  },
  {
    ...requirementsField,
    isAdvanced: true,
    placeholder: { zh: '例如：财务部分用表格', en: 'For example: tables for the finances' },
  },
]
