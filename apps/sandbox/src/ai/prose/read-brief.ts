import { readContract } from './contract.ts'
import { listOf, readForm, valueOf, type Form } from './read-form.ts'

export interface PromptMessage {
  role: 'system' | 'user' | 'assistant'
  text: string
}

const labels = {
  topic:
    /^(?:.{0,4}主题|事由|项目名称|求职意向|(?:应聘|求职|目标)?岗位|题目|选题|话题|产品\/主题|产品|topic|subject|theme)$/i,
  keywords: /^(?:.{0,4}关键词|关键字|卖点|要点|关键点|知识点|亮点|技能与证书|key ?words?|key ?points?)$/i,
  audience: /^(?:目标(?:读者|受众|人群|客户|观众)|教学对象|读者|受众|(?:target )?(?:audience|readers?))$/i,
  length: /^(?:.{0,2}字数.{0,2}|.{0,2}长度|word count|length|words)$/i,
  language: /^(?:(?:输出|写作|目标)?语言|(?:output )?language)$/i,
  source: /^(?:现有版本|本部分原文|原文.{0,2}|原稿|原内容|待(?:优化|改写).{2}|original(?: text)?|source(?: text)?)$/i,
  requirement: /^(?:(?:优化|改写|修改)要求|优化(?:方向|目标)|修改意见|instructions?|optimi[sz]ation)$/i,
  outline: /^(?:(?:文章)?大纲|提纲|章节|outline)$/i,
  written: /^(?:已(?:写|有|生成|完成)(?:内容|部分)|written so far|already written)$/i,
} as const

/** 约1500字 · 1500-2000字 · 800 words · 1.5千字; null when no number is there. */
export function readLength(text: string | null): number | null {
  const found = [...(text ?? '').replaceAll(/(\d),(\d{3})/g, '$1$2').matchAll(/(\d+(?:\.\d+)?)\s*(千|k|万)?/gi)]
  const [low, high] = found.map(([, digits, unit]) => Number(digits) * (!unit ? 1 : unit === '万' ? 10_000 : 1000))
  if (low === undefined || low <= 0) return null
  const isRange = high !== undefined && /\d\s*字?\s*[-–—~～至到]/.test(text ?? '')
  return Math.min(20_000, Math.round(isRange ? (low + high) / 2 : low))
}

/** 写一篇关于春游的公众号文章 → 春游 */
const looseTopic =
  /(?:关于|围绕|以)[「“"《]?([^，。,.\n「」“”"《》]{2,40}?)[」”"》]?(?:为题|为主题|写|的(?:一篇)?(?:公众号)?(?:文章|推文|稿|文案|短文|笔记|故事|报告))|(?:about|on)\s+["“]?([^"”\n.,]{3,60})/i
const asksForText = /(?:写|创作|生成|撰写|起草)[^。\n]{0,20}(?:文章|推文|稿|文案|短文|笔记|故事|报告|作文)/

/** A text to go on from: pasted under a label, or the turn before a short “go on”. */
function findWritten(messages: readonly PromptMessage[], form: Form): string | null {
  const [before, last] = messages.slice(-2)
  const isGoOn = /^(?=.{0,400}$).*(?:继续|续写|接着|continue)/is.test(last?.text ?? '')
  const turn = before?.role === 'assistant' && isGoOn ? before : last
  return valueOf(form.said, labels.written) ?? (turn?.role === 'assistant' && turn.text !== '' ? turn.text : null)
}

/** What a prompt asks for: reads labels, asked sections and the kind of task; tolerant, never fails. */
export function readBrief(messages: readonly PromptMessage[]) {
  const [user = '', system = ''] = ['user', 'system'].map((role) =>
    messages.flatMap((message) => (message.role === role ? [message.text] : [])).join('\n'),
  )
  // What one part is asked for is no part of the form.
  const [asking = ''] = user.split(/请先给出大纲|现在只写这一部分/, 1)
  const form = readForm(asking)
  // Pasted texts may hold section marks and lengths of their own.
  const asked = Object.values(form.materials).reduce((rest, pasted) => rest.replace(pasted, ''), asking)
  const said = (label: keyof typeof labels) => valueOf(form.said, labels[label])
  const [source, written, askedLanguage] = [said('source'), findWritten(messages, form), said('language')]
  const order = messages.findLast(({ role }) => role === 'user')?.text ?? ''
  const loose = looseTopic.exec(asked)
  const topic = valueOf(form.facts, labels.topic) ?? loose?.[1] ?? loose?.[2] ?? null
  const heading = /【标题】\s*([^\n]+)/.exec(source ?? written ?? '')?.[1]
  const isChinese = askedLanguage === null ? /\p{Script=Han}/u : /^(?!english|英).*(?:中文|汉语|简体|繁|chinese|zh)/i
  // Into whichever language a text is translated: what stands around it is for its author.
  const isForeign = form.facts['目标语言'] === undefined && !isChinese.test(askedLanguage ?? (user || system))
  const contract = [readContract(system), readContract(asked)].find(({ length }) => length > 0) ?? []
  const headings = (said('outline') ?? '').split(form.facts['章节'] === undefined ? '\n' : '、')
  const tasks = [
    ['plan', /请先给出大纲/.test(order)],
    ['part', /现在只写这一部分/.test(order)],
    ['picture', /写出画面描述。\s*$/.test(order)],
    ['passage', form.materials['选段'] !== undefined],
    ['continue', written !== null],
    ['write', source !== null || topic !== null || contract.length > 0 || asksForText.test(order)],
  ] as const
  return {
    task: tasks.find(([, isMeant]) => isMeant)?.[0] ?? 'chat',
    language: isForeign ? 'en' : 'zh',
    askedLanguage,
    topic: (topic ?? heading ?? '').trim().slice(0, 60),
    keywords: listOf(form.facts, labels.keywords).filter((word) => word.length <= 24),
    audience: said('audience')?.split('\n', 1)[0]?.slice(0, 30) ?? null,
    length:
      readLength(said('length')) ?? readLength(/\d[\d\s,~～–—至到-]*(?:个)?(?:字|words)/i.exec(asked)?.[0] ?? null),
    outline: headings.flatMap(
      (line) => line.replace(/^[\s#\-*•]*(?:[\d一二三四五六七八九十]+[.、)）])?\s*/, '').trim() || [],
    ),
    contract,
    form,
    /** The text to optimise, rewrite or translate, what is asked for it, and the text to continue. */
    source,
    requirement: said('requirement'),
    written,
    wantsEmoji: /表情|emoji/i.test(asked) && !/不(?:要|用|使用).{0,4}(?:表情|emoji)/i.test(asked),
    order,
  } as const
}
export type Brief = ReturnType<typeof readBrief>
