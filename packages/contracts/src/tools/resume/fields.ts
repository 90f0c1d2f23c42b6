import { z } from 'zod'
import { choices, oneOf } from '../fields/choices.ts'
import { languageField, languages } from '../fields/language.ts'
import { lengthField } from '../fields/length.ts'
import { requirementsField, requirementsInput } from '../fields/requirements.ts'
import type { ToolField } from '../tool.ts'
import { textInput } from '../../text.ts'

const kinds = choices([
  ['resume', '简历', 'Résumé'],
  ['cover-letter', '求职信', 'Cover letter'],
])
const levels = choices([
  ['student', '在校实习', 'Student, internship'],
  ['graduate', '应届毕业', 'New graduate'],
  ['junior', '初中级', 'Junior or middle'],
  ['senior', '资深', 'Senior'],
  ['manager', '管理岗', 'Management'],
  ['career-change', '转行', 'Change of career'],
])
const layouts = choices([
  ['chronological', '按时间倒序', 'Latest first'],
  ['skills', '以能力为主', 'By skill'],
  ['project', '以项目为主', 'By project'],
])

export const resumeInput = z.object({
  kind: oneOf(kinds).default('resume'),
  target: textInput(2, 100),
  person: textInput(2, 1_000),
  experience: textInput(0, 6_000).default(''),
  projects: textInput(0, 4_000).default(''),
  education: textInput(0, 1_500).default(''),
  skills: z.array(textInput(1, 30)).max(20).default([]),
  strengths: textInput(0, 1_000).default(''),
  jobDescription: textInput(0, 4_000).default(''),
  company: textInput(0, 60).default(''),
  level: oneOf(levels).default('junior'),
  layout: oneOf(layouts).default('chronological'),
  language: oneOf(languages).default('zh-CN'),
  /** Characters of the body. */
  length: z.number().int().min(300).max(3_000).default(900),
  requirements: requirementsInput,
})
export type ResumeInput = z.output<typeof resumeInput>

export const resumeFields: readonly ToolField[] = [
  {
    name: 'kind',
    control: 'segmented',
    label: { zh: '写什么', en: 'Kind' },
    options: kinds,
  },
  {
    name: 'target',
    control: 'text',
    maxLength: 100,
    isRequired: true,
    label: { zh: '求职意向', en: 'Job you want' },
    placeholder: { zh: '例如：用户增长运营', en: 'For example: growth manager' },
  },
  {
    name: 'person',
    control: 'textarea',
    maxLength: 1_000,
    rows: 2,
    isRequired: true,
    label: { zh: '个人信息', en: 'About you' },
    placeholder: { zh: '姓名、城市、工作年限、联系方式', en: 'Name, city, years of work, how to reach you' },
    hint: { zh: '不必写身份证号、婚育等隐私', en: 'No need for identity numbers or family matters' },
  },
  {
    name: 'experience',
    control: 'textarea',
    maxLength: 6_000,
    rows: 6,
    label: { zh: '工作经历', en: 'Experience' },
    placeholder: {
      zh: '时间、公司、岗位；做了什么，结果怎样，带上数字',
      en: 'Dates, company, role; what you did and what came of it, in figures',
    },
    hint: { zh: '只会用您写下的事实，不会编造公司、年份和数字', en: 'Only these facts are used; nothing is invented' },
  },
  {
    name: 'education',
    control: 'textarea',
    maxLength: 1_500,
    rows: 2,
    label: { zh: '教育背景', en: 'Education' },
    placeholder: { zh: '时间、学校、专业、学历', en: 'Dates, school, subject, degree' },
  },
  {
    name: 'skills',
    control: 'tags',
    maxItems: 20,
    maxLength: 30,
    label: { zh: '技能与证书', en: 'Skills and certificates' },
    placeholder: { zh: '输入后按回车', en: 'Type and press Enter' },
  },
  {
    name: 'jobDescription',
    control: 'textarea',
    maxLength: 4_000,
    rows: 4,
    label: { zh: '招聘要求', en: 'Job description' },
    placeholder: { zh: '粘贴招聘启事，会逐条对应', en: 'Paste the advertisement; each demand is answered' },
  },
  {
    name: 'level',
    control: 'select',
    width: 'half',
    label: { zh: '求职阶段', en: 'Where you stand' },
    options: levels,
  },
  {
    ...lengthField,
    min: 300,
    max: 3_000,
    step: 100,
    hint: { zh: '一页纸大约 900 字', en: 'A page holds about 900 characters' },
  },
  {
    name: 'company',
    control: 'text',
    maxLength: 60,
    width: 'half',
    isAdvanced: true,
    label: { zh: '应聘单位', en: 'Employer' },
    placeholder: { zh: '求职信的称呼会用到', en: 'For the address of a cover letter' },
  },
  {
    name: 'layout',
    control: 'select',
    width: 'half',
    isAdvanced: true,
    label: { zh: '编排方式', en: 'Arrangement' },
    options: layouts,
  },
  {
    name: 'projects',
    control: 'textarea',
    maxLength: 4_000,
    rows: 4,
    isAdvanced: true,
    label: { zh: '项目或作品', en: 'Projects' },
    placeholder: { zh: '项目名、角色、行动、结果', en: 'Name, role, action, result' },
  },
  {
    name: 'strengths',
    control: 'textarea',
    maxLength: 1_000,
    rows: 2,
    isAdvanced: true,
    label: { zh: '优势与动机', en: 'Strengths and motives' },
    placeholder: { zh: '为什么适合，为什么想来', en: 'Why you fit, why you want it' },
  },
  languageField,
  {
    ...requirementsField,
    isAdvanced: true,
    placeholder: { zh: '例如：控制在一页以内', en: 'For example: keep it to one page' },
  },
]
