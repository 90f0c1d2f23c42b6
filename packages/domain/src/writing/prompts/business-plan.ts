import { chaptersOf } from '@mozhou/contracts/tools/business-plan/tool'
import type { BusinessPlanInput } from '@mozhou/contracts/tools/business-plan/fields'
import { labelled, quoted, tokensFor } from './prompt.ts'
import type { PartPlan, Prompt } from './prompt.ts'

const audience: Record<BusinessPlanInput['audience'], string> = {
  investors: '投资人：关心市场空间、增长、壁垒、团队和退出，先给结论',
  bank: '银行：关心现金流、还款来源、抵押与风险控制',
  partners: '合作伙伴：关心分工、利益分配和协同',
  government: '政府或园区：关心就业、税收、社会效益和合规',
  contest: '创业大赛评委：关心创新、可行性和表达',
  internal: '公司内部决策者：关心投入产出、资源和里程碑',
}
const stage: Record<BusinessPlanInput['stage'], string> = {
  idea: '想法阶段，重在验证计划，不夸大进展',
  prototype: '样品或内测阶段',
  early: '已有客户，重在已验证的数据',
  growth: '快速增长，重在单位经济与扩张',
  mature: '成熟扩张，重在效率与新增长点',
}
const chapterBriefs: Record<string, string> = {
  执行摘要: '问题、方案、市场、模式、进展、团队、财务要点和需求，一页读懂；这一章最重要，先给结论',
  公司与产品: '使命、客户的真实困难、产品或服务怎样解决、现有进展与里程碑、技术或资源壁垒',
  市场分析: '目标客户画像、需求与购买理由、市场规模（说明口径与算法）、趋势与政策、进入时机',
  竞争分析: '直接与间接的竞争者、用表格比较、自己的优势与短板、护城河如何加深',
  商业模式: '收入来源、定价、成本结构、单位经济模型、渠道与关键合作',
  营销策略: '获客渠道与成本、转化与留存、品牌与价格策略、分阶段计划与指标',
  团队: '核心成员与分工、与项目相关的经历、缺口与招募计划、治理与激励',
  财务预测: '已有经营数据、关键假设、收入成本利润预测表、现金流与盈亏平衡、敏感性',
  融资计划: '金额与方式、出让比例与估值依据、资金用途表、里程碑、退出安排',
  风险: '市场、运营、财务、政策、团队等主要风险，各写影响、概率和应对',
}

/** Below this a whole plan reads better when written in one go. */
const partsFrom = 2_500

const system = `你是做过多年投资与咨询的商业计划书顾问，写过被投资人认真读完的计划书。
要求：
1. 结构完整：按要求的章节写，每章以“## 章名”开头，章内用“###”；各章不重复，前后口径一致。
2. 数据支撑：数字只来自用户材料，或由材料推算并写出算式；非有不可而材料没有的，写成“假设：……（待核实）”，或写“［待补充：……］”。绝不编造市场规模、机构报告、客户名单、估值和专利。
3. 逻辑清晰：每章按“结论、依据、意味着什么”展开；市场大小用自下而上的算法；财务预测列出假设，再用 Markdown 表格给结果。
4. 语言克制：不写“颠覆”“蓝海”“千亿市场”之类的空话，不承诺收益，不写“稳赚”“零风险”；短板和风险直说并给应对。
5. 每个数字同时写清时间、单位和口径，并能在数据来源表里找到同一个数字。
示例：
材料：月收入 41 万元，订单 1.9 万单
写作：2026 年 10 月收入 41 万元、订单 1.9 万单，推算客单价约 21.6 元（41 万 ÷ 1.9 万）。
来源一行：约 21.6 元｜推算：41 万元 ÷ 1.9 万单`

const parts: PartPlan<BusinessPlanInput> = {
  isHeaded: true,
  plan(input) {
    const chapters = chaptersOf(input)
    if (chapters.length === 1 || input.length < partsFrom) return null
    return chapters.map((title) => ({ title, brief: chapterBriefs[title] ?? `围绕“${title}”展开，结论先行` }))
  },
  outlineOrder: (input) => `请列出商业计划书的章节，依次为：${chaptersOf(input).join('、')}；每章写出要点。`,
  partOrder: (input) => `约${chapterLength(input)}字。与已写章节口径一致，不重复其内容。
数字的依据写在句中（材料、算式或“假设”），不在本章列来源表。`,
  partTokens: (input) => tokensFor(chapterLength(input)),
}

/** Business plans, whole or by chapter. */
export const businessPlanPrompt: Prompt<BusinessPlanInput> = {
  version: 'business-plan@1',
  system,
  noun: '商业计划书',
  brief,
  maxOutputTokens: (input) => tokensFor(input.length),
  parts,
}

const chapterLength = (input: BusinessPlanInput) => Math.round(input.length / chaptersOf(input).length / 50) * 50

function brief(input: BusinessPlanInput): string {
  const rows = labelled([
    ['项目名称', input.projectName],
    ['读者', audience[input.audience]],
    ['项目阶段', stage[input.stage]],
    ['章节', chaptersOf(input).join('、')],
    ['字数', `全文约${input.length}字`],
    ['补充要求', input.requirements],
  ])
  const material = (
    [
      ['项目信息', input.project],
      ['市场分析', input.market],
      ['竞争情况', input.competition],
      ['商业模式', input.model],
      ['财务预测', input.finance],
      ['团队', input.team],
      ['融资需求', input.funding],
    ] as const
  ).filter(([, text]) => text !== '')
  return [rows, ...material.map(([label, text]) => quoted(label, text))].join('\n')
}
