import type { PromptMessage } from '../chat/chat-protocol.ts'
import type { Brief } from './brief.ts'
import { partOrder, readContract } from './contract.ts'
import { listIn, readFacts } from './facts.ts'
import { readLabels, type LabelKey } from './labels.ts'
import { findSections } from './sections.ts'

const goOn = /(继续|续写|接着|continue)/i

/** 约1500字 · 1500-2000字 · 800 words · 1.5千字; null when no number is there. */
export function readLength(text: string | undefined): number | null {
  if (text === undefined) return null
  const numbers = [...text.replaceAll(/(\d),(\d{3})/g, '$1$2').matchAll(/(\d+(?:\.\d+)?)\s*(千|k|万)?/gi)].map(
    (match) => {
      const unit = match[2]?.toLowerCase()
      return Number(match[1]) * (unit === '万' ? 10_000 : unit === undefined ? 1 : 1000)
    },
  )
  const [low, high] = numbers
  if (low === undefined || low <= 0) return null
  const isRange = high !== undefined && /[-–—~～至到]/.test(text)
  return Math.min(20_000, Math.round(isRange ? (low + high) / 2 : low))
}

function splitKeywords(text: string | undefined): string[] {
  if (text === undefined) return []
  const parts = text.split(/[、,，;；|\n]+|\s{2,}/).map((part) => part.trim().replace(/^#|[。.]$/g, ''))
  return [...new Set(parts.filter((part) => part !== '' && part.length <= 24))].slice(0, 12)
}

/** 写一篇关于春游的公众号文章 → 春游 */
function looseTopic(text: string): string | null {
  const match =
    /(?:关于|围绕|以)[「“"《]?([^，。,.\n「」“”"《》]{2,40}?)[」”"》]?(?:为题|为主题|写|的(?:一篇)?(?:公众号)?(?:文章|推文|稿|文案|短文|笔记|故事|报告))/.exec(
      text,
    ) ?? /(?:about|on)\s+["“]?([^"”\n.,]{3,60})/i.exec(text)
  return match?.[1]?.trim() ?? null
}

function isWriting(text: string): boolean {
  return /(写|创作|生成|撰写|起草)[^。\n]{0,20}(文章|推文|稿|文案|短文|笔记|故事|报告|作文)|\bwrite\b[^.\n]{0,40}\b(article|post|essay|story)\b/i.test(
    text,
  )
}

function languageOf(asked: string | undefined, text: string): 'zh' | 'en' {
  if (asked !== undefined && /中文|汉语|简体|繁体|chinese|zh/i.test(asked)) return 'zh'
  if (asked !== undefined) return 'en'
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
}

function mergedLabels(messages: readonly PromptMessage[]): Partial<Record<LabelKey, string>> {
  const users = messages.filter((message) => message.role === 'user')
  return Object.assign({}, ...users.map((message) => readLabels(message.text))) as Partial<Record<LabelKey, string>>
}

/** Without the pasted texts, which may hold section marks of their own. */
function promptOnly(text: string, labels: Partial<Record<LabelKey, string>>): string {
  const pastes = [labels.source, labels.written, labels.reference, labels.outline]
  return pastes.reduce<string>((rest, pasted) => (pasted ? rest.replace(pasted, '') : rest), text)
}

// An instruction that follows the pasted text, as in: …正文到此\n\n请从断开处继续，不要重复。
function withoutTrailingOrder(text: string): string {
  return text.replace(/\n+\s*(?:请|现在|接下来|Please|Now)[^\n]*(?:续写|继续|接着|重复|continue|repeat)[^\n]*\s*$/i, '')
}

function findWritten(messages: readonly PromptMessage[], labelled: string | undefined): string | null {
  if (labelled !== undefined) return withoutTrailingOrder(labelled)
  const last = messages.at(-1)
  const before = messages.at(-2)
  const isFollowUp =
    before?.role === 'assistant' && last?.role === 'user' && last.text.length < 400 && goOn.test(last.text)
  if (isFollowUp) return before.text
  return last?.role === 'assistant' && last.text !== '' ? last.text : null
}

/** A tool that works on a pasted text; an optimisation of its result says 优化要求 as well. */
function isTransform({ contract, requirement }: Omit<Brief, 'task'>, text: string): boolean {
  return !/优化(?:要求|方向|目标)\s*[：:]/.test(text) && (contract.length > 0 || requirement === null)
}

function taskOf(brief: Omit<Brief, 'task'>, hasTopic: boolean, text: string): Brief['task'] {
  if (/请先给出大纲/.test(text)) return 'plan'
  if (partOrder.test(text)) return 'part'
  if (brief.passage !== null) return 'passage'
  if (brief.written !== null) return 'continue'
  if (brief.source !== null) return isTransform(brief, text) ? 'transform' : 'optimise'
  return hasTopic || brief.sections.length > 0 || isWriting(text) ? 'write' : 'chat'
}

function readOutline(text: string | undefined): string[] {
  const lines = (text ?? '')
    .split('\n')
    .map((line) => line.replace(/^[\s#\-*•]*(?:[\d一二三四五六七八九十]+[.、)）])?\s*/, '').trim())
  return lines.filter((line) => line !== '').slice(0, 10)
}

const firstLine = (text: string) => text.split('\n', 1)[0]?.trim() ?? ''

/** Reads labels, asked sections and the kind of task out of a prompt; tolerant, never fails. */
export function readBrief(messages: readonly PromptMessage[]): Brief {
  const labels = mergedLabels(messages)
  const userText = messages
    .filter((message) => message.role === 'user')
    .map((message) => message.text)
    .join('\n')
  const systemText = messages
    .filter((message) => message.role === 'system')
    .map((message) => message.text)
    .join('\n')
  const asked = promptOnly(userText, labels)
  const bySystem = findSections(systemText)
  const said = readFacts(userText)
  const topic = labels.topic ?? looseTopic(asked)
  const heading = /【标题】\s*([^\n]+)/.exec(labels.source ?? labels.written ?? '')?.[1]
  const brief: Omit<Brief, 'task'> = {
    language: languageOf(labels.language, userText === '' ? systemText : userText),
    askedLanguage: labels.language ?? null,
    topic: firstLine(topic ?? heading ?? '').slice(0, 60),
    keywords: splitKeywords(labels.keywords),
    audience: labels.audience ? firstLine(labels.audience).slice(0, 30) : null,
    tone: labels.tone ?? null,
    length: readLength(labels.length) ?? readLength(/\d[\d\s,~～–—至到-]*(?:个)?(?:字|words)/i.exec(asked)?.[0]),
    extra: labels.extra ?? null,
    outline: labels.outline === undefined ? listIn(said.facts, /^章节$/) : readOutline(labels.outline),
    ending: labels.ending ?? null,
    contract: readContract(systemText),
    ...said,
    sections: bySystem.length > 0 ? bySystem : findSections(asked),
    source: labels.source ?? null,
    requirement: labels.requirement ?? null,
    passage: said.materials['选段'] ?? null,
    written: findWritten(messages, labels.written),
    wantsEmoji:
      /表情|emoji/i.test(`${systemText}\n${asked}`) &&
      !/不(?:要|用|使用).{0,4}(?:表情|emoji)/i.test(`${systemText}\n${asked}`),
    lastMessage: messages.findLast((message) => message.role === 'user')?.text ?? '',
  }
  return { ...brief, task: taskOf(brief, topic !== null, asked) }
}
