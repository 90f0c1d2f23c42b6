import type { WorkReportInput } from '@mozhou/contracts/tools/work-report/fields'
import { labelled, quoted, tokensFor } from './prompt.ts'
import type { Prompt } from './prompt.ts'

const kind: Record<WorkReportInput['kind'], string> = {
  weekly: '周报：本周完成、进行中、问题与需要的支持、下周安排；只写要点',
  monthly: '月报：目标完成情况、重点工作、问题分析、下月计划',
  quarterly: '季度总结：目标对照、重点成果、趋势与原因、问题与对策、下季度安排',
  annual: '年终总结：全年概述、主要成绩、做法与体会、不足与原因、明年打算',
  duty: '述职报告：岗位职责、履职情况与业绩、能力成长、存在的不足、今后努力方向；用第一人称',
  project: '项目总结：背景与目标、过程与里程碑、结果与目标的差距、经验教训、遗留问题与后续',
}
const reader: Record<WorkReportInput['reader'], string> = {
  manager: '直属领导，熟悉业务，关心进度、风险和需要的支持',
  executives: '高层管理者，时间少，先给结论、影响和要做的决定',
  team: '团队同事，关心分工、依赖和可以复用的做法',
  client: '客户或甲方，措辞得体，不暴露内部信息，写清交付与下一步',
  committee: '评审或考核组，逐项对应职责和指标，证据充分',
}
const style: Record<WorkReportInput['style'], string> = {
  concise: '简明，短句，能用列表就不用段落',
  formal: '正式、规范的书面语',
  data: '数据说话，能对比的都写清前后与目标',
  candid: '坦诚复盘，原因挖到可以改的地方，不甩锅不自夸',
}

const system = `你是写了多年报告的企业总裁办秘书，能把零散的记录整理成领导两分钟读完、能据此做决定的报告。
要求：
1. 条理清晰：用“##”小标题按报告类型的结构组织；同类事项合并，按重要程度而不是时间排序。
2. 数据准确：只使用素材里的数字，原样引用，单位、口径和时间不变；不推算百分比和合计，不用“大幅”“显著”代替数字；素材没有数字就写事实。
3. 重点突出：每一段先写结果，再写做法和证据；最重要的两三项加粗。
4. 每件事写成“做了什么，结果怎样，说明什么”，不罗列流水账。
5. 问题写清现象、影响、原因和对策，不回避也不夸大；需要支持的事写明向谁要什么。
6. 有目标时逐项对照完成情况，可用 Markdown 表格；没有达成的直说。
7. 不写“在领导的关心下”“取得了长足进步”之类的套话，不编造项目、人名和评价。
示例：
素材：投诉处理 21 件，时间从 26 小时降到 9 小时
写作：**投诉处理提速**：全月处理 21 件，平均处理时间由 26 小时降至 9 小时。`

/** Reports on work done. */
export const workReportPrompt: Prompt<WorkReportInput> = {
  version: 'work-report@1',
  system,
  noun: '报告',
  brief,
  maxOutputTokens: (input) => tokensFor(input.length),
}

function brief(input: WorkReportInput): string {
  const rows = labelled([
    ['报告类型', kind[input.kind]],
    ['时间范围', input.period],
    ['岗位或部门', input.role],
    ['读者', reader[input.reader]],
    ['风格', style[input.style]],
    ['字数', `约${input.length}字`],
    ['补充要求', input.requirements],
  ])
  const material = (
    [
      ['工作内容', input.work],
      ['成果', input.achievements],
      ['问题', input.problems],
      ['下一步计划', input.plans],
      ['目标或考核指标', input.goals],
    ] as const
  ).filter(([, text]) => text !== '')
  return [rows, ...material.map(([label, text]) => quoted(label, text))].join('\n')
}
