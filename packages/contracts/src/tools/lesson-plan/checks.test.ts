import { expect, it } from 'vitest'
import { checkResult } from '../checks.ts'
import { lessonPlan, stepMinutes } from './tool.ts'
import { countLetters } from '../../testing/count-letters.ts'

it.each([
  ['headings', '### 导入（5 分钟）\n用 2 分钟提问\n### 新授（30分钟）\n### 小结（10 min）', [5, 30, 10]],
  ['headings under periods', '## 第 1 课时（45 分钟）\n### 导入（5 分钟）\n### 新授（40 分钟）', [5, 40]],
  ['numbered lines', '一、导入（5分钟）\n说 3 分钟\n二、新授（40分钟）', [5, 40]],
  ['table rows', '| 环节 | 时间 |\n| --- | --- |\n| 导入 | 5 分钟 |\n| 新授 | 40 分钟 |', [5, 40]],
  ['bold lines', '**导入 5 分钟**\n**新授 40 分钟**', [5, 40]],
  ['slides', '### 第 1 页 封面（1 分钟）\n### 第 2 页 问题（4 分钟）', [1, 4]],
  ['no minutes', '先导入，再新授', []],
])('reads the minutes of %s', (_form, body, minutes) => {
  expect(stepMinutes(body)).toEqual(minutes)
})

it.each([
  ['ok', '### 导入（5 分钟）\n### 新授（85 分钟）'],
  ['warn', '### 导入（5 分钟）\n### 新授（40 分钟）'],
  ['warn', '导入与新授'],
])('says %s when the steps fill, or miss, the periods asked for', (severity, body) => {
  const input = lessonPlan.input.parse({ ...lessonPlan.example, minutes: 45, periods: 2 })
  const checks = checkResult(lessonPlan, { body }, input, countLetters)
  expect(checks.find(({ rule }) => rule === 'lesson-plan.minutes')?.severity).toBe(severity)
})
