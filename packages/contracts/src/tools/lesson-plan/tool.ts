import { z } from 'zod'
import { plainText } from '../plain-text.ts'
import { lessonPlanFields, lessonPlanInput } from './fields.ts'
import type { LessonPlanInput } from './fields.ts'
import { defineTool } from '../tool.ts'
import type { ToolResult } from '../../results/section.ts'
import type { ToolCheck } from '../check-answer.ts'
import { titleSection } from '../usual-sections.ts'
import { verdict } from '../verdict.ts'

const lessonPlanOutput = z.object({
  title: z.string(),
  objectives: z.array(z.string()),
  keyPoints: z.array(z.string()),
  body: z.string(),
  exercises: z.array(z.string()),
  homework: z.array(z.string()),
})

export const lessonPlan = defineTool({
  key: 'lesson-plan',
  title: { zh: '教案课件', en: 'Lesson plan' },
  description: {
    zh: '目标可检验、环节有时间、练习有层次，拿来就能上课',
    en: 'Objectives that can be checked, timed steps, graded exercises: ready to teach',
  },
  icon: 'presentation',
  input: lessonPlanInput,
  output: lessonPlanOutput,
  example: {
    kind: 'plan',
    topic: '浮力是怎样产生的',
    subject: '物理',
    grade: 'junior',
    minutes: 45,
    periods: 1,
    objectives: '能说出浮力产生的原因；能用弹簧测力计测出浮力；会用生活例子解释沉与浮',
    studentLevel: 'mixed',
    studentNotes: '学过液体压强，动手积极，画受力图容易出错',
    method: 'inquiry',
    textbook: '人教版八年级下册第十章第一节',
    material: '',
    hasHomework: true,
    length: 1_800,
    requirements: '实验器材只有烧杯、弹簧测力计、橡皮泥和饮料瓶',
  },
  titleFrom: 'topic',
  lengthFrom: 'length',
  sections: [
    titleSection('一行，课题名称，可带学科和年级'),
    {
      field: 'objectives',
      marker: '教学目标',
      as: 'lines',
      label: { zh: '教学目标', en: 'Objectives' },
      order: '每行一条，3 到 5 条；写学生能做到什么、做到什么程度，用“说出、画出、比较、设计”等可检验的动词',
    },
    {
      field: 'keyPoints',
      marker: '重点难点',
      as: 'lines',
      label: { zh: '重点难点', en: 'Key and hard points' },
      order: '每行一条，以“重点：”或“难点：”开头，难点后写突破办法',
    },
    {
      field: 'body',
      marker: '教学过程',
      as: 'markdown',
      label: { zh: '教学过程', en: 'Course of the lesson' },
      order:
        'Markdown；每个环节用“### 环节名（n 分钟）”，各环节的分钟相加正好是总时长；课件则每页用“### 第 n 页 页题（n 分钟）”',
    },
    {
      field: 'exercises',
      marker: '课堂练习',
      as: 'lines',
      label: { zh: '课堂练习', en: 'Exercises' },
      order: '每行一题，由易到难 3 到 6 题，题后用“答案：”给出答案，一题不换行',
    },
    {
      field: 'homework',
      marker: '课后作业',
      as: 'lines',
      isOptional: true,
      label: { zh: '课后作业', en: 'Homework' },
      order: '每行一项，分必做和选做；没有要求布置作业时不写这一部分',
    },
  ],
  checks: (result, input) => [minutesCheck(result, input)],
  fields: lessonPlanFields,
})

const minutesPattern = /(\d{1,3})\s*(?:分钟|分(?!\p{Script=Han})|min(?:ute)?s?|['′])/iu

/**
 * Minutes that the steps of a lesson take, one by one. Headings speak first; where none has minutes, lines that begin a step do
 * (`一、导入（5分钟）`, `1. 导入 5 分钟`, a table row).
 */
export function stepMinutes(body: string): number[] {
  const lines = body.split('\n')
  const timed = (isStep: RegExp) =>
    lines.filter((line) => isStep.test(line)).flatMap((line) => minutesPattern.exec(line)?.[1] ?? [])
  const levels = ['####', '###', '##'].map((level) => timed(new RegExp(`^\\s*${level}(?!#)`, 'u')))
  const headings = levels.find((found) => found.length > 1) ?? levels.find((found) => found.length > 0)
  const steps =
    headings ??
    timed(
      /^\s*(?:\*\*|[-*]\s|\||\d{1,2}[.、)）]|[一二三四五六七八九十]{1,3}[、.]|[（(][一二三四五六七八九十\d]{1,3}[)）]|第)/u,
    )
  return steps.map(Number)
}

function minutesCheck(result: ToolResult, { minutes, periods }: LessonPlanInput): ToolCheck {
  const asked = minutes * periods
  const steps = stepMinutes(plainText(result['body']))
  const sum = steps.reduce((total, step) => total + step, 0)
  const detail =
    steps.length === 0
      ? {
          zh: `教学过程没有写各环节的分钟，共应 ${asked} 分钟`,
          en: `No step has its minutes; ${asked} in all expected`,
        }
      : {
          zh: `${steps.length} 个环节共 ${sum} 分钟，要求 ${asked} 分钟`,
          en: `${steps.length} steps take ${sum} minutes, ${asked} asked`,
        }
  return verdict('lesson-plan.minutes', sum === asked, { zh: '时间分配', en: 'Timing' }, detail)
}
