import type { WorkReportInput } from './fields.ts'
import { itemsOf } from '../verdict.ts'
import type { ToolResult } from '../../results/section.ts'
import type { ShapePart } from '../shape-check.ts'

const done: ShapePart = {
  name: { zh: '完成情况', en: 'what was done' },
  heading:
    /完成|成果|成绩|业绩|进展|亮点|履职|回顾|概况|概述|结果|过程|里程碑|进行|(?:本[周月季年期]|重点|主要|日常|全年|核心)[^\n]{0,6}工作|工作(?:内容|情况|总结|要点|开展)|done|result|achiev|progress|completed|accomplish|highlight/iu,
}
const problems: ShapePart = {
  name: { zh: '问题与不足', en: 'problems' },
  heading:
    /问题|不足|困难|风险|短板|差距|教训|反思|挑战|改进|待解决|problem|issue|risk|challenge|lesson|blocker|shortcoming/iu,
}
const plans: ShapePart = {
  name: { zh: '下一步计划', en: 'next steps' },
  heading:
    /下(?:一?步|一?阶段|一?[周月季年]|半年)|计划|安排|打算|明年|今后|努力方向|后续|展望|next|plan|follow|outlook/iu,
}
const duties: ShapePart = {
  name: { zh: '岗位职责', en: 'duties' },
  heading: /职责|岗位|职务|分工|dut(?:y|ies)|role|responsibilit/iu,
}
const goals: ShapePart = {
  name: { zh: '背景与目标', en: 'background and goals' },
  heading: /背景|目标|缘由|概况|概述|简介|background|goal|objective|overview/iu,
}

/** What a report of its kind tells; problems of a weekly report only where there are some. */
export function reportParts(result: ToolResult, { kind, problems: given }: WorkReportInput): readonly ShapePart[] {
  return [
    ...(kind === 'duty' ? [duties] : kind === 'project' ? [goals] : []),
    done,
    ...(kind === 'weekly' && given === '' ? [] : [problems]),
    ...(itemsOf(result, 'nextSteps').length > 0 ? [] : [plans]),
  ]
}
