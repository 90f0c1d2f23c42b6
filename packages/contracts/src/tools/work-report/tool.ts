import { z } from 'zod'
import { plainText } from '../plain-text.ts'
import { shapeCheck } from '../shape-check.ts'
import { notLookedAt } from '../verdict.ts'
import { reportParts } from './parts.ts'
import { formText, listCheck, numbersNotIn, tooLongToRead, sectionsText, sourcedNumbers } from '../numbers.ts'
import { workReportFields, workReportInput } from './fields.ts'
import type { WorkReportInput } from './fields.ts'
import { defineTool } from '../tool.ts'
import type { ToolResult } from '../../results/section.ts'
import { bodySection, summarySection, titleSection } from '../usual-sections.ts'

const workReportOutput = z.object({
  title: z.string(),
  summary: z.string(),
  body: z.string(),
  nextSteps: z.array(z.string()),
})

export const workReport = defineTool({
  key: 'work-report',
  title: { zh: '工作报告', en: 'Work report' },
  description: {
    zh: '把零散的工作记录写成条理清楚、数据不走样的周报、总结和述职',
    en: 'Turns loose notes into weekly reports, reviews and summaries that keep every figure as it was',
  },
  icon: 'clipboard-list',
  input: workReportInput,
  output: workReportOutput,
  example: {
    kind: 'monthly',
    period: '2026 年 10 月',
    role: '华东区门店运营',
    work: '完成 6 家门店的陈列调整\n上线会员日活动，每周三一次，共 4 次\n组织店长培训 2 场，到场 38 人\n处理顾客投诉 21 件',
    achievements: '会员日当天客流比平日高 32%\n新增会员 1,460 人，目标 1,200 人\n投诉平均处理时间从 26 小时降到 9 小时',
    problems: '松江店补货慢，周末缺货 3 次\n培训后仍有 2 家店没有执行新陈列',
    plans: '11 月 10 日前和仓库定下松江店的补货频次\n对 2 家店驻店辅导\n准备年末促销方案',
    goals: '新增会员 1,200 人；投诉处理时间不超过 12 小时',
    reader: 'manager',
    style: 'data',
    length: 800,
    requirements: '先说结果，再说问题',
  },
  titleFrom: 'work',
  isProse: true,
  lengthFrom: 'length',
  sections: [
    titleSection('一行，含时间范围和报告类型，不超过 30 个字'),
    summarySection('一行，100 个字以内：最重要的结果、最大的问题、最需要的支持'),
    bodySection('Markdown 正文'),
    {
      field: 'nextSteps',
      marker: '下一步',
      as: 'lines',
      label: { zh: '下一步', en: 'Next steps' },
      order: '每行一件，写明做什么、谁来做、什么时候完成；素材没给的负责人和时间写“待定”',
    },
  ],
  checks: (result, input) => [
    sourcedNumbers(
      'work-report.numbers',
      sectionsText(result, ['title', 'summary', 'body', 'nextSteps']),
      formText({ ...input, length: '' }),
    ),
    keptNumbers(result, input),
    shapeCheck('work-report.shape', plainText(result['body']), reportParts(result, input)),
  ],
  fields: workReportFields,
})

/** Figures of the achievements are what the report is for: one that went missing is told. */
function keptNumbers(result: ToolResult, { achievements }: WorkReportInput) {
  const written = [result['summary'], result['body']].map(plainText).join('\n')
  const label = { zh: '成果数据齐全', en: 'Results kept' }
  const tooLong = tooLongToRead('work-report.achievements', label, achievements, written)
  if (tooLong) return tooLong
  if (numbersNotIn(achievements, '').length === 0)
    return notLookedAt('work-report.achievements', label, {
      zh: '填写的成果里没有数字',
      en: 'the results you gave hold no figure',
    })
  return listCheck('work-report.achievements', numbersNotIn(achievements, written), {
    label,
    none: { zh: '成果里的数字都写进了报告', en: 'Every figure of the results is in the report' },
    some: { zh: '成果里的这些数字没有写进报告', en: 'Figures of the results that the report leaves out' },
  })
}
