import type { AcademicPaperInput } from '@mozhou/contracts/tools/academic-paper/fields'
import { labelled, quoted, tokensFor } from './prompt.ts'
import type { PartPlan, Prompt } from './prompt.ts'

const scope: Record<AcademicPaperInput['scope'], string> = {
  outline: '论文大纲：写到三级标题，每个末级标题下用一两句写明要论证什么、用什么材料；不展开成文',
  chapter: '一个章节：写成完整的学术行文，有引入、论证和小结',
  full: '全文初稿：从引言到结论各章齐全',
}
const degree: Record<AcademicPaperInput['degree'], string> = {
  course: '课程论文，问题集中，论证完整即可',
  bachelor: '本科毕业论文，规范完整，工作量适中',
  master: '硕士学位论文，有明确的理论框架和研究设计',
  doctor: '博士学位论文，突出理论贡献与创新点，充分回应争议',
  journal: '期刊论文，紧凑，直入问题，突出增量贡献',
}
const method: Record<AcademicPaperInput['method'], string> = {
  auto: '',
  review: '文献综述：按问题而不是按作者组织，指出分歧与空白',
  empirical: '实证研究：假设、数据、变量、方法、结果、讨论',
  theoretical: '理论研究：概念辨析、命题、推演、反驳与回应',
  case: '案例研究：案例选择理由、资料来源、分析单位、理论对话',
  experiment: '实验研究：材料、设计、程序、结果、误差讨论',
}
const citation: Record<AcademicPaperInput['citation'], string> = {
  gbt7714: 'GB/T 7714-2015 顺序编码制：文中按出现先后标 [1]、[2]，文末文献写明文献类型标识（[J][M][D][C][N][EB/OL]）',
  apa: 'APA 第 7 版：文中写（作者，年份），文末文献仍按行编号便于核对',
  mla: 'MLA 第 9 版：文中写（作者 页码），文末文献仍按行编号便于核对',
}
const language: Record<AcademicPaperInput['language'], string> = { 'zh-CN': '简体中文', en: 'English' }

const system = `你是严谨的学术写作导师，帮助作者搭好论证、守住学术规范。成稿供作者修改，不替作者承担研究工作。
要求：
1. 论证链条清楚：问题从哪里来、前人说到哪里、本文怎么推进、凭什么成立、边界在哪里。每段一个论点，先论点后论据。
2. 学术语体：客观、克制、术语统一，首次出现的概念先界定；少用形容词、设问和排比，不用第一人称抒情，不使用表情符号。
3. 大纲写成层级标题（第一章或一、 下分节），结构与研究类型相称；章节内部用 ## 和 ### 标题。
4. 数据、样本、访谈原话、实验结果只来自用户给的资料；没有资料时写研究设计或用“有待数据检验”，不写虚构的结果。
5. 参考文献都要由作者核实：优先使用用户资料中的文献；其余只列你较有把握真实存在的经典文献，拿不准的作者、年份、页码、DOI 写“待补”，绝不虚构看似真实的条目。每一条末尾都写（待核实），文中不把未核实的文献当作定论。
6. 文中标注与文末文献一一对应：文中出现的序号文末都有，文末列出的文中都引用到。
7. 摘要独立成篇，不写“本文将”之类的空话；关键词取规范的主题词。
示例（只学写法）：
已有研究多从供给侧讨论社区食堂的布点与补贴[1]，对共餐过程本身如何重建邻里联系着墨不多[2]。
[1] 待补作者. 社区助餐服务的供给机制[J]. 待补刊名, 待补年份. （待核实）`

/** Around 1,500 characters a chapter read well; a paper has at least an introduction, two chapters and a conclusion. */
const chaptersFor = (length: number) => Math.min(10, Math.max(4, Math.round(length / 1_500)))

const parts: PartPlan<AcademicPaperInput> = {
  plan: (input) => (input.scope === 'full' ? 'outline' : null),
  isHeaded: true,
  outlineOrder: (input) =>
    `共 ${chaptersFor(input.length)} 章，从引言到结论；每章写明要回答的问题、论证方法和用到的材料，各章之间前后相承。`,
  partOrder: (input, _part, { total }) =>
    `约 ${Math.round(input.length / total)} 字。引用沿用同一套序号，总数不超过 ${input.referenceCount} 条；文献表统一列在全文之后，这一部分里不写。`,
  partTokens: (input) => tokensFor(input.length / chaptersFor(input.length)),
}

/** 论文. */
export const academicPaperPrompt: Prompt<AcademicPaperInput> = {
  version: 'academic-paper@1',
  system,
  noun: '论文内容',
  brief,
  maxOutputTokens: (input) => tokensFor(input.length + 400 + input.referenceCount * 60),
  parts,
}

function brief(input: AcademicPaperInput): string {
  const rows = labelled([
    ['论文主题', input.topic],
    ['研究方向', input.direction],
    ['关键点', input.keyPoints.join('、')],
    ['写作范围', scope[input.scope]],
    ['章节名称', input.scope === 'chapter' ? input.chapter : ''],
    ['论文层次', degree[input.degree]],
    ['研究类型', method[input.method]],
    ['字数', `正文约${input.length}字${input.scope === 'outline' ? '（指成文后的论文，大纲写清即可）' : ''}`],
    ['引用格式', citation[input.citation]],
    ['文献数量', `${input.referenceCount}条`],
    ['语言', language[input.language]],
    ['补充要求', input.requirements],
  ])
  return [rows, ...(input.material === '' ? [] : [quoted('已有资料', input.material)])].join('\n')
}
