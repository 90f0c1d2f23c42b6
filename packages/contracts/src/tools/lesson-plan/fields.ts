import { z } from 'zod'
import { choices, modelDecides, oneOf } from '../fields/choices.ts'
import { lengthField } from '../fields/length.ts'
import { requirementsField, requirementsInput } from '../fields/requirements.ts'
import type { ToolField } from '../tool.ts'
import { textInput } from '../../text.ts'

const kinds = choices([
  ['plan', '教案', 'Lesson plan'],
  ['slides', '课件', 'Slides'],
])
const grades = choices([
  ['kindergarten', '幼儿园', 'Kindergarten'],
  ['primary-lower', '小学低年级', 'Primary, 1 to 3'],
  ['primary-upper', '小学高年级', 'Primary, 4 to 6'],
  ['junior', '初中', 'Junior secondary'],
  ['senior', '高中', 'Senior secondary'],
  ['vocational', '中职', 'Vocational'],
  ['college', '大学', 'College'],
  ['adult', '成人培训', 'Adults'],
])
const levels = choices([
  ['weak', '基础较弱', 'Needs support'],
  ['average', '中等', 'Average'],
  ['strong', '基础较好', 'Strong'],
  ['mixed', '差异较大', 'Mixed'],
])
const methods = choices([
  modelDecides,
  ['inquiry', '探究实验', 'Inquiry'],
  ['project', '项目式', 'Project'],
  ['lecture', '讲练结合', 'Lecture and practice'],
  ['cooperative', '小组合作', 'Group work'],
  ['game', '游戏化', 'Games'],
  ['flipped', '翻转课堂', 'Flipped'],
])

export const lessonPlanInput = z.object({
  kind: oneOf(kinds).default('plan'),
  topic: textInput(2, 100),
  subject: textInput(0, 30).default(''),
  grade: oneOf(grades).default('junior'),
  /** Of one period. */
  minutes: z.number().int().min(10).max(180).default(45),
  periods: z.number().int().min(1).max(6).default(1),
  objectives: textInput(0, 1_000).default(''),
  studentLevel: oneOf(levels).default('average'),
  studentNotes: textInput(0, 500).default(''),
  method: oneOf(methods).default('auto'),
  textbook: textInput(0, 100).default(''),
  material: textInput(0, 6_000).default(''),
  hasHomework: z.boolean().default(false),
  /** Characters of the body. */
  length: z.number().int().min(500).max(5_000).default(1_800),
  requirements: requirementsInput,
})
export type LessonPlanInput = z.output<typeof lessonPlanInput>

export const lessonPlanFields: readonly ToolField[] = [
  {
    name: 'kind',
    control: 'segmented',
    label: { zh: '写什么', en: 'Kind' },
    options: kinds,
  },
  {
    name: 'topic',
    control: 'text',
    maxLength: 100,
    isRequired: true,
    label: { zh: '课程主题', en: 'Topic' },
    placeholder: { zh: '例如：浮力是怎样产生的', en: 'For example: where buoyancy comes from' },
  },
  {
    name: 'subject',
    control: 'text',
    maxLength: 30,
    width: 'half',
    label: { zh: '学科', en: 'Subject' },
    placeholder: { zh: '例如：物理', en: 'For example: physics' },
    suggestions: [
      { zh: '语文', en: 'Chinese' },
      { zh: '数学', en: 'Mathematics' },
      { zh: '英语', en: 'English' },
      { zh: '科学', en: 'Science' },
      { zh: '道德与法治', en: 'Civics' },
      { zh: '信息科技', en: 'Computing' },
    ],
  },
  {
    name: 'grade',
    control: 'select',
    width: 'half',
    label: { zh: '学段', en: 'Grade' },
    options: grades,
  },
  {
    name: 'minutes',
    control: 'number',
    min: 10,
    max: 180,
    step: 5,
    unit: { zh: '分钟', en: 'minutes' },
    width: 'half',
    label: { zh: '每课时', en: 'A period' },
  },
  {
    name: 'periods',
    control: 'number',
    min: 1,
    max: 6,
    step: 1,
    unit: { zh: '课时', en: 'periods' },
    width: 'half',
    label: { zh: '课时数', en: 'Periods' },
  },
  {
    name: 'objectives',
    control: 'textarea',
    maxLength: 1_000,
    rows: 3,
    label: { zh: '教学目标', en: 'Objectives' },
    placeholder: {
      zh: '学生学完能做到什么；留空则按课标拟定',
      en: 'What pupils can do afterwards; left empty, it is drafted',
    },
  },
  {
    name: 'studentLevel',
    control: 'select',
    width: 'half',
    label: { zh: '学生水平', en: 'Level of the class' },
    options: levels,
  },
  {
    name: 'method',
    control: 'select',
    width: 'half',
    label: { zh: '教学方法', en: 'Method' },
    options: methods,
  },
  {
    name: 'hasHomework',
    control: 'switch',
    label: { zh: '布置课后作业', en: 'Set homework' },
  },
  {
    name: 'studentNotes',
    control: 'textarea',
    isAdvanced: true,
    maxLength: 500,
    rows: 2,
    label: { zh: '学情', en: 'About the class' },
    placeholder: { zh: '学过什么，常错在哪里，班额', en: 'What they know, common mistakes, class size' },
  },
  {
    name: 'textbook',
    control: 'text',
    isAdvanced: true,
    maxLength: 100,
    width: 'half',
    label: { zh: '教材版本', en: 'Textbook' },
    placeholder: { zh: '例如：人教版八年级下册', en: 'For example: the edition and volume' },
  },
  { ...lengthField, isAdvanced: true, min: 500, max: 5_000, step: 100, label: { zh: '教学过程字数', en: 'Length' } },
  {
    name: 'material',
    control: 'textarea',
    isAdvanced: true,
    maxLength: 6_000,
    rows: 5,
    label: { zh: '课文或材料', en: 'Text or material' },
    hint: {
      zh: '粘贴课文、例题或知识点，教案以此为据',
      en: 'Paste the text, examples or facts; the plan builds on them',
    },
  },
  {
    ...requirementsField,
    isAdvanced: true,
    placeholder: { zh: '例如：教室没有投影', en: 'For example: no projector in the room' },
  },
]
