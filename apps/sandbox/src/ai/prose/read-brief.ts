import type { PromptMessage } from './prompt-message.ts'
import { partOrder, readContract, type AskedSection } from './contract.ts'
import { listOf, readForm, valueOf, type Form } from './read-form.ts'

export type Task = 'write' | 'optimise' | 'transform' | 'continue' | 'plan' | 'part' | 'passage' | 'chat'

/** What a prompt asks for, as far as the sandbox understands it. */
export interface Brief {
  task: Task
  language: 'zh' | 'en'
  /** The language as written in the prompt, when it was named. */
  askedLanguage: string | null
  topic: string
  keywords: string[]
  audience: string | null
  /** Asked length in characters (or words), when named. */
  length: number | null
  /** Asked headings of the body, in order. */
  outline: string[]
  /** Section names in the asked order, without brackets. */
  sections: string[]
  /** The same sections with what is said of each. */
  contract: AskedSection[]
  form: Form
  /** The text to optimise, rewrite or translate. */
  source: string | null
  requirement: string | null
  /** The text to continue. */
  written: string | null
  wantsEmoji: boolean
  /** The last user message. */
  order: string
}

const labels = {
  topic:
    /^(?:.{0,4}主题|事由|项目名称|求职意向|(?:应聘|求职|目标)?岗位|题目|选题|话题|产品\/主题|产品|topic|subject|theme)$/i,
  keywords: /^(?:.{0,4}关键词|关键字|卖点|要点|关键点|知识点|亮点|技能与证书|key ?words?|key ?points?)$/i,
  audience: /^(?:目标(?:读者|受众|人群|客户|观众)|教学对象|读者|受众|(?:target )?(?:audience|readers?))$/i,
  length: /^(?:.{0,2}字数.{0,2}|篇幅|.{0,2}长度|word count|length|words)$/i,
  language: /^(?:(?:输出|写作|目标)?语言|(?:output )?language)$/i,
  source: /^(?:现有版本|本部分原文|原文.{0,2}|原稿|原内容|待(?:优化|改写).{2}|original(?: text)?|source(?: text)?)$/i,
  requirement: /^(?:(?:优化|改写|修改)要求|优化(?:方向|目标)|修改意见|instructions?|optimi[sz]ation)$/i,
  outline: /^(?:(?:文章)?大纲|提纲|outline)$/i,
  written: /^(?:已(?:写|有|生成|完成)(?:内容|部分)|written so far|already written)$/i,
} as const

/** 约1500字 · 1500-2000字 · 800 words · 1.5千字; null when no number is there. */
export function readLength(text: string | null): number | null {
  const numbers = [...(text ?? '').replaceAll(/(\d),(\d{3})/g, '$1$2').matchAll(/(\d+(?:\.\d+)?)\s*(千|k|万)?/gi)].map(
    ([, digits, unit]) => Number(digits) * (unit === undefined ? 1 : unit === '万' ? 10_000 : 1000),
  )
  const [low, high] = numbers
  if (low === undefined || low <= 0) return null
  const isRange = high !== undefined && /[-–—~～至到]/.test(text ?? '')
  return Math.min(20_000, Math.round(isRange ? (low + high) / 2 : low))
}

/** 写一篇关于春游的公众号文章 → 春游 */
function looseTopic(text: string): string | null {
  const match =
    /(?:关于|围绕|以)[「“"《]?([^，。,.\n「」“”"《》]{2,40}?)[」”"》]?(?:为题|为主题|写|的(?:一篇)?(?:公众号)?(?:文章|推文|稿|文案|短文|笔记|故事|报告))/.exec(
      text,
    ) ?? /(?:about|on)\s+["“]?([^"”\n.,]{3,60})/i.exec(text)
  return match?.[1]?.trim() ?? null
}

function languageOf(asked: string | null, text: string): Brief['language'] {
  if (asked === null) return /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
  return /中文|汉语|简体|繁|chinese|zh/i.test(asked) ? 'zh' : 'en'
}

/** A text to go on from: pasted under a label, or the turn before a short “go on”. */
function findWritten(messages: readonly PromptMessage[], form: Form): string | null {
  const labelled = valueOf(form, labels.written)
  if (labelled !== null) return labelled
  const [before, last] = messages.slice(-2)
  const isFollowUp = before?.role === 'assistant' && /继续|续写|接着|continue/i.test(last?.text ?? '')
  if (isFollowUp && (last?.text.length ?? 0) < 400) return before.text
  return last?.role === 'assistant' && last.text !== '' ? last.text : null
}

function taskOf(brief: Omit<Brief, 'task'>, hasTopic: boolean): Task {
  const { order, form } = brief
  if (/请先给出大纲/.test(order)) return 'plan'
  if (partOrder.test(order)) return 'part'
  if (form.materials['选段'] !== undefined) return 'passage'
  if (brief.written !== null) return 'continue'
  const isOptimising = /优化(?:要求|方向|目标)\s*[：:]/.test(order)
  const isTool = brief.contract.length > 0 || brief.requirement === null
  if (brief.source !== null) return isTool && !isOptimising ? 'transform' : 'optimise'
  const asksForText = /(?:写|创作|生成|撰写|起草)[^。\n]{0,20}(?:文章|推文|稿|文案|短文|笔记|故事|报告|作文)/.test(
    order,
  )
  return hasTopic || brief.sections.length > 0 || asksForText ? 'write' : 'chat'
}

function readOutline(form: Form): string[] {
  const lines = (valueOf(form, labels.outline) ?? '')
    .split('\n')
    .map((line) => line.replace(/^[\s#\-*•]*(?:[\d一二三四五六七八九十]+[.、)）])?\s*/, '').trim())
  const outline = lines.filter((line) => line !== '').slice(0, 10)
  return outline.length > 0 ? outline : listOf(form, /^章节$/)
}

const textsOf = (messages: readonly PromptMessage[], role: PromptMessage['role']) =>
  messages
    .filter((message) => message.role === role)
    .map(({ text }) => text)
    .join('\n')

/** Reads labels, asked sections and the kind of task out of a prompt; tolerant, never fails. */
export function readBrief(messages: readonly PromptMessage[]): Brief {
  const user = textsOf(messages, 'user')
  const system = textsOf(messages, 'system')
  const form = readForm(user)
  // Pasted texts may hold section marks of their own.
  const asked = Object.values(form.materials).reduce((rest, pasted) => rest.replace(pasted, ''), user)
  const source = valueOf(form, labels.source)
  const written = findWritten(messages, form)
  const topic = valueOf({ ...form, materials: {} }, labels.topic) ?? looseTopic(asked)
  const heading = /【标题】\s*([^\n]+)/.exec(source ?? written ?? '')?.[1]
  const askedLanguage = valueOf(form, labels.language)
  const bySystem = readContract(system)
  const contract = bySystem.length > 0 ? bySystem : readContract(asked)
  const brief: Omit<Brief, 'task'> = {
    // Into whichever language a text is translated: what stands around it is for its author.
    language: form.facts['目标语言'] !== undefined ? 'zh' : languageOf(askedLanguage, user === '' ? system : user),
    askedLanguage,
    topic: (topic ?? heading ?? '').split('\n', 1)[0]?.trim().slice(0, 60) ?? '',
    keywords: listOf({ ...form, materials: {} }, labels.keywords)
      .filter((word) => word.length <= 24)
      .slice(0, 12),
    audience: valueOf(form, labels.audience)?.split('\n', 1)[0]?.slice(0, 30) ?? null,
    length:
      readLength(valueOf(form, labels.length)) ??
      readLength(/\d[\d\s,~～–—至到-]*(?:个)?(?:字|words)/i.exec(asked)?.[0] ?? null),
    outline: readOutline(form),
    sections: contract.map(({ name }) => name),
    contract,
    form,
    source,
    requirement: valueOf(form, labels.requirement),
    written,
    wantsEmoji: /表情|emoji/i.test(asked) && !/不(?:要|用|使用).{0,4}(?:表情|emoji)/i.test(asked),
    order: messages.findLast(({ role }) => role === 'user')?.text ?? '',
  }
  return { ...brief, task: taskOf(brief, topic !== null) }
}
