import { z } from 'zod'
import { choices, oneOf } from '../fields/choices.ts'
import { lengthField } from '../fields/length.ts'
import { requirementsField, requirementsInput } from '../fields/requirements.ts'
import type { ToolField } from '../tool.ts'
import { textInput } from '../../text.ts'

const kinds = choices([
  ['weekly', '周报', 'Weekly'],
  ['monthly', '月报', 'Monthly'],
  ['quarterly', '季度', 'Quarterly'],
  ['annual', '年终', 'Annual'],
  ['duty', '述职', 'Duty review'],
  ['project', '项目总结', 'Project review'],
])
const readers = choices([
  ['manager', '直属领导', 'My manager'],
  ['executives', '高层管理者', 'Executives'],
  ['team', '团队同事', 'The team'],
  ['client', '客户或甲方', 'A client'],
  ['committee', '评审或考核组', 'A review board'],
])
const styles = choices([
  ['concise', '简明', 'Concise'],
  ['formal', '正式', 'Formal'],
  ['data', '数据说话', 'Data first'],
  ['candid', '坦诚复盘', 'Candid review'],
])

export const workReportInput = z.object({
  kind: oneOf(kinds).default('weekly'),
  period: textInput(0, 50).default(''),
  role: textInput(0, 50).default(''),
  work: textInput(5, 5_000),
  achievements: textInput(0, 3_000).default(''),
  problems: textInput(0, 2_000).default(''),
  plans: textInput(0, 2_000).default(''),
  goals: textInput(0, 1_000).default(''),
  reader: oneOf(readers).default('manager'),
  style: oneOf(styles).default('concise'),
  /** Characters of the body. */
  length: z.number().int().min(200).max(5_000).default(800),
  requirements: requirementsInput,
})
export type WorkReportInput = z.output<typeof workReportInput>

export const workReportFields: readonly ToolField[] = [
  {
    name: 'kind',
    control: 'segmented',
    label: { zh: '报告类型', en: 'Kind' },
    options: kinds,
  },
  {
    name: 'period',
    control: 'text',
    maxLength: 50,
    width: 'half',
    label: { zh: '时间范围', en: 'Period' },
    placeholder: { zh: '例如：11 月 17 日至 23 日', en: 'For example: 17 to 23 November' },
  },
  {
    name: 'role',
    control: 'text',
    maxLength: 50,
    width: 'half',
    label: { zh: '岗位或部门', en: 'Role or team' },
    placeholder: { zh: '例如：新媒体运营', en: 'For example: social media' },
    suggestions: [
      { zh: '产品经理', en: 'Product manager' },
      { zh: '研发', en: 'Engineering' },
      { zh: '销售', en: 'Sales' },
      { zh: '运营', en: 'Operations' },
      { zh: '人力行政', en: 'HR and office' },
    ],
  },
  {
    name: 'work',
    control: 'textarea',
    maxLength: 5_000,
    rows: 5,
    isRequired: true,
    label: { zh: '工作内容', en: 'Work done' },
    placeholder: { zh: '一行一件，想到哪写到哪', en: 'One a line, in any order' },
    hint: {
      zh: '带上数字：报告只用您写下的数字，不会编造',
      en: 'Give figures: the report uses only those, and invents none',
    },
  },
  {
    name: 'achievements',
    control: 'textarea',
    maxLength: 3_000,
    rows: 3,
    label: { zh: '成果', en: 'Results' },
    placeholder: { zh: '例如：转化率从 2.1% 升到 3.4%', en: 'For example: conversion rose from 2.1% to 3.4%' },
  },
  {
    name: 'problems',
    control: 'textarea',
    maxLength: 2_000,
    rows: 3,
    label: { zh: '问题', en: 'Problems' },
    placeholder: { zh: '卡在哪里，影响什么，需要谁支持', en: 'What is stuck, what it costs, whose help is needed' },
  },
  {
    name: 'plans',
    control: 'textarea',
    maxLength: 2_000,
    rows: 3,
    label: { zh: '下一步计划', en: 'Plans' },
    placeholder: { zh: '要做的事和时间', en: 'What comes next, and when' },
  },
  {
    name: 'reader',
    control: 'select',
    width: 'half',
    label: { zh: '给谁看', en: 'Readers' },
    options: readers,
  },
  { ...lengthField, min: 200, max: 5_000, step: 100 },
  {
    name: 'style',
    control: 'segmented',
    label: { zh: '风格', en: 'Style' },
    options: styles,
  },
  {
    name: 'goals',
    control: 'textarea',
    maxLength: 1_000,
    rows: 2,
    isAdvanced: true,
    label: { zh: '目标或考核指标', en: 'Goals' },
    hint: { zh: '填了就逐项对照完成情况', en: 'When given, results are held against each' },
  },
  {
    ...requirementsField,
    isAdvanced: true,
    placeholder: { zh: '例如：不提具体客户名称', en: 'For example: name no client' },
  },
]
