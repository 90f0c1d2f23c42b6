import { z } from 'zod'
import { choices, modelDecides, oneOf } from '../fields/choices.ts'
import { languageField } from '../fields/language.ts'
import { lengthField } from '../fields/length.ts'
import { requirementsField, requirementsInput } from '../fields/requirements.ts'
import type { ToolField } from '../tool.ts'
import { textInput } from '../../text.ts'

const scopes = choices([
  ['outline', '论文大纲', 'Outline'],
  ['chapter', '一个章节', 'One chapter'],
  ['full', '全文初稿', 'Full draft'],
])
const degrees = choices([
  ['course', '课程论文', 'Course paper'],
  ['bachelor', '本科毕业论文', 'Bachelor thesis'],
  ['master', '硕士学位论文', 'Master thesis'],
  ['doctor', '博士学位论文', 'Doctoral thesis'],
  ['journal', '期刊论文', 'Journal article'],
])
const methods = choices([
  modelDecides,
  ['review', '文献综述', 'Review'],
  ['empirical', '实证研究', 'Empirical'],
  ['theoretical', '理论研究', 'Theoretical'],
  ['case', '案例研究', 'Case study'],
  ['experiment', '实验研究', 'Experiment'],
])
const citations = choices([
  ['gbt7714', 'GB/T 7714-2015（顺序编码）', 'GB/T 7714-2015 (numbered)'],
  ['apa', 'APA 第 7 版', 'APA, 7th edition'],
  ['mla', 'MLA 第 9 版', 'MLA, 9th edition'],
])
const languages = choices([
  ['zh-CN', '简体中文', 'Simplified Chinese'],
  ['en', '英文', 'English'],
])

export const academicPaperInput = z.object({
  topic: textInput(2, 120),
  direction: textInput(0, 60).default(''),
  keyPoints: z.array(textInput(1, 60)).max(8).default([]),
  scope: oneOf(scopes).default('outline'),
  chapter: textInput(0, 60).default(''),
  degree: oneOf(degrees).default('bachelor'),
  method: oneOf(methods).default('auto'),
  /** Characters of the chapter or of the whole paper. */
  length: z.number().int().min(500).max(20_000).default(3_000),
  citation: oneOf(citations).default('gbt7714'),
  referenceCount: z.number().int().min(3).max(30).default(8),
  material: textInput(0, 8_000).default(''),
  requirements: requirementsInput,
  language: oneOf(languages).default('zh-CN'),
})
export type AcademicPaperInput = z.output<typeof academicPaperInput>

export const paperFields: readonly ToolField[] = [
  {
    name: 'topic',
    control: 'text',
    maxLength: 120,
    isRequired: true,
    label: { zh: '论文主题', en: 'Topic' },
    placeholder: {
      zh: '例如：社区食堂对老年人社会参与的影响',
      en: 'For example: canteens and the social life of the old',
    },
    hint: {
      zh: '对象、变量和范围越明确，论证越扎实',
      en: 'The clearer object, variable and scope, the firmer the case',
    },
  },
  {
    name: 'scope',
    control: 'segmented',
    label: { zh: '写什么', en: 'What to write' },
    hint: { zh: '全文先列提纲，再逐章写成', en: 'A full text is planned first, then written chapter by chapter' },
    options: scopes,
  },
  {
    name: 'chapter',
    control: 'text',
    maxLength: 60,
    onlyFor: { field: 'scope', values: ['chapter'] },
    label: { zh: '章节名称', en: 'Chapter' },
    placeholder: { zh: '例如：理论基础与分析框架', en: 'For example: theory and framework' },
    suggestions: [
      { zh: '引言', en: 'Introduction' },
      { zh: '文献综述', en: 'Literature review' },
      { zh: '研究设计', en: 'Research design' },
      { zh: '结果与讨论', en: 'Results and discussion' },
      { zh: '结论', en: 'Conclusion' },
    ],
  },
  {
    name: 'direction',
    control: 'text',
    maxLength: 60,
    width: 'half',
    label: { zh: '研究方向', en: 'Field' },
    placeholder: { zh: '例如：老年社会学', en: 'For example: sociology of ageing' },
  },
  {
    name: 'degree',
    control: 'select',
    width: 'half',
    label: { zh: '论文层次', en: 'Level' },
    options: degrees,
  },
  {
    name: 'keyPoints',
    control: 'tags',
    maxItems: 8,
    maxLength: 60,
    label: { zh: '关键点', en: 'Key points' },
    placeholder: { zh: '核心论点、变量、方法，输入后按回车', en: 'Claims, variables, methods; press Enter' },
  },
  {
    ...lengthField,
    min: 500,
    max: 20_000,
    step: 500,
    hint: { zh: '章节或全文的字数；大纲不受此限', en: 'Of the chapter or the full text; an outline is free' },
  },
  {
    name: 'method',
    control: 'select',
    width: 'half',
    label: { zh: '研究类型', en: 'Kind of study' },
    options: methods,
  },
  {
    name: 'citation',
    control: 'select',
    label: { zh: '引用格式', en: 'Citation style' },
    options: citations,
  },
  {
    name: 'material',
    control: 'textarea',
    maxLength: 8_000,
    rows: 5,
    label: { zh: '已有资料', en: 'Your material' },
    hint: {
      zh: '数据、访谈、已核实的文献题录；结果只来自这里',
      en: 'Data, interviews, references you have; results come from here alone',
    },
  },
  {
    name: 'referenceCount',
    control: 'number',
    isAdvanced: true,
    min: 3,
    max: 30,
    step: 1,
    unit: { zh: '条', en: 'entries' },
    width: 'half',
    label: { zh: '文献数量', en: 'References' },
  },
  { ...languageField, options: languages },
  { ...requirementsField, isAdvanced: true },
]
