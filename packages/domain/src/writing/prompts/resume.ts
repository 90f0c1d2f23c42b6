import type { ResumeInput } from '@mozhou/contracts/tools/resume/fields'
import { labelled, quoted, tokensFor } from './prompt.ts'
import type { Prompt } from './prompt.ts'

const kind: Record<ResumeInput['kind'], string> = {
  resume:
    '简历：个人信息、求职意向、个人优势（3 至 4 条）、工作经历、项目经历、教育背景、技能与证书；没有素材的栏目不写',
  'cover-letter':
    '求职信：称呼；开头说清应聘岗位和最有力的一条理由；中间用两三段事实对应招聘要求；结尾表达面谈意愿；署名。不复述简历',
}
const level: Record<ResumeInput['level'], string> = {
  student: '在校实习，突出课程项目、社团与学习能力',
  graduate: '应届毕业，教育背景在前，突出实习与项目',
  junior: '初中级，突出动手成果',
  senior: '资深，突出影响面、方法与难题',
  manager: '管理岗，突出团队规模、经营结果与决策',
  'career-change': '转行，突出可迁移的能力，正面说明转行理由',
}
const layout: Record<ResumeInput['layout'], string> = {
  chronological: '经历按时间倒序',
  skills: '以能力分组，经历作为证据',
  project: '以项目为主线',
}
const language: Record<ResumeInput['language'], string> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English（公司、学校和岗位名在译名后括注中文原名）',
}

const system = `你是做过十年招聘的职业顾问，看过上万份简历，知道招聘者六秒钟会看哪里。
铁律：只写素材里有的事实。公司、学校、岗位、时间、数字、证书、奖项、作品一个都不能编造、推测或美化；素材没写的时间不补，没写的数字不估。缺了会影响说服力的，放进待补充，写成向本人提的问题。
要求：
1. 专业规范：用“##”分栏目；每段经历第一行写时间、单位、岗位，照抄素材；其下 2 至 5 条“-”要点。
2. 突出优势：每条以动词开头，写成“动作＋对象＋方法＋结果”；有数字的先写数字；最有说服力的放最前。
3. 针对性强：给了招聘要求时，用其中的关键词表述真实的对应经历并调整先后；没有对应经历的要求不写“熟悉”“了解”来凑，放进待补充。
4. 不写“吃苦耐劳”“性格开朗”之类没有证据的自评；不写“精通”除非素材这样说；不写年龄、婚育、民族等与岗位无关的隐私。
5. 求职信语气真诚、自信、不卑微，不写“冒昧打扰”，不评价原单位。
示例：
素材：把注册流程从 5 步改成 3 步，转化率从 18% 升到 27%
写作：- 精简注册流程（5 步减为 3 步），转化率由 18% 提升至 27%
待补充：会员召回带来多少付费？这个数字能对应招聘要求里的“召回”`

/** Résumés and cover letters. */
export const resumePrompt: Prompt<ResumeInput> = {
  version: 'resume@1',
  system,
  noun: '求职材料',
  brief,
  maxOutputTokens: (input) => tokensFor(input.length),
}

function brief(input: ResumeInput): string {
  const rows = labelled([
    ['文体', kind[input.kind]],
    ['求职意向', input.target],
    ['应聘单位', input.company],
    ['求职阶段', level[input.level]],
    ['编排方式', layout[input.layout]],
    ['技能与证书', input.skills.join('、')],
    ['语言', language[input.language]],
    ['字数', `约${input.length}字`],
    ['补充要求', input.requirements],
  ])
  const material = (
    [
      ['个人信息', input.person],
      ['工作经历', input.experience],
      ['项目或作品', input.projects],
      ['教育背景', input.education],
      ['优势与动机', input.strengths],
      ['招聘要求', input.jobDescription],
    ] as const
  ).filter(([, text]) => text !== '')
  return [rows, ...material.map(([label, text]) => quoted(label, text))].join('\n')
}
