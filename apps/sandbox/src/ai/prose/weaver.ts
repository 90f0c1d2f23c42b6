import { seededRandom, type Random } from '../../core/random.ts'
import type { Brief } from './read-brief.ts'
import { sampleFor, type Sample } from './sample.ts'
import { createTake } from './take.ts'

/** Weaves what a person gave into the sample of their tool. Two weavers of one brief and variation say the same. */
export interface Weaver {
  brief: Brief
  sample: Sample
  random: Random
  topic: string
  /** What the person named. */
  words: readonly string[]
  /** Those, and what else belongs to the subject. */
  allWords: readonly string[]
  /** Between sentences. */
  space: string
  /** The pattern with its slots filled; null when the form has nothing for one of them. */
  fill(pattern: string): string | null
  /** A filled line of one kind, at most so long. */
  line(kind: string, maxChars?: number): string
  /** New sentences, those given first, as near to a length as they come. */
  take(room: number, first?: readonly string[]): string[]
}

export const sampleLines = {
  zh: '（以上为沙盒示例内容，并非真实模型的输出。）',
  en: '(Sandbox sample 沙盒示例: not the output of a real model.)',
} as const

export const sampleLineOf = ({ language }: Brief) => sampleLines[language]

const usual = {
  zh: { topic: '这件事', reader: '每一位读者' },
  en: { topic: 'this matter', reader: 'everyone who is curious' },
} as const

/** A topic as a noun: without question words, quotes and trailing marks, short enough to sit inside a sentence. */
function shortTopic(topic: string, fallback: string): string {
  const bare = topic.replaceAll(/[《》「」“”"']/g, '').split(/[，。！？：；,!?;:\n]/, 1)[0] ?? ''
  const noun = bare.trim().replace(/^(?:如何|怎么样?|怎样|为什么|为何|怎么才能)(?=.{2})/, '')
  const short = /\p{Script=Han}/u.test(noun) ? Array.from(noun).slice(0, 18).join('') : noun.slice(0, 60)
  if (short === '') return fallback
  // 在「在家做手冲咖啡」里 reads; 在在家做手冲咖啡里 does not.
  return /^[在把对从给让被为与和]|如何|怎么|怎样|为什么/.test(short) ? `「${short}」` : short
}

/** What the person named, and what else a text of this kind speaks of: the more to say, the further it looks around. */
function wordsOf({ keywords }: Brief, { lines }: Sample): { own: string[]; all: string[] } {
  const around = (lines['words']?.[0] ?? '').split(/、|, /).filter((word) => word !== '')
  const own = keywords.filter((word) => word.length >= 2)
  return { own: own.length > 0 ? own : around.slice(0, 3), all: [...new Set([...own, ...around])] }
}

/** 公文文种：命令（令） → 令 */
const bareKind = (kind: string | undefined) => kind && (/（(.+)）/.exec(kind)?.[1] ?? kind)

/** Names that open the lines of a cast. */
function castOf({ form }: Brief): string[] {
  const lines = (form.materials['人物设定'] ?? '').split(/[\n；;]/)
  const names = lines.flatMap((line) => /^[-*•\d.、\s]*([\p{L}·]{2,12})\s*[：:，,（(]/u.exec(line)?.[1] ?? [])
  return names.length > 0 ? names : ['老周', '小满']
}

function createFill(brief: Brief, topic: string, words: readonly string[], start: number): Weaver['fill'] {
  const cast = castOf(brief)
  let turn = start
  let role = 0
  const own = (slot: string): string | null => {
    const { facts, materials } = brief.form
    if (slot === '题') return topic
    if (slot === '词') return words[turn % words.length] ?? topic
    if (slot === '人') return cast[role % cast.length] ?? topic
    if (slot === '读者') return brief.audience ?? usual[brief.language].reader
    if (slot === '文种') return bareKind(facts['公文文种'] ?? facts['文种']) ?? null
    if (slot === '姓名') return /^[^，,；;\s]+/.exec(materials['个人信息'] ?? '')?.[0] ?? null
    return facts[slot] ?? null
  }
  return (pattern) => {
    let isWhole = true
    const filled = pattern.replaceAll(/\{([^{}]+)\}/g, (_, slot: string) => {
      const value = own(slot)
      isWhole &&= value !== null
      return value ?? ''
    })
    // Round robin, so that everything given appears.
    if (pattern.includes('{词}')) turn += 1
    if (pattern.includes('{人}')) role += 1
    return isWhole ? filled.replace(/^[a-z]/, (letter) => letter.toUpperCase()) : null
  }
}

export function createWeaver(brief: Brief, variation: number): Weaver {
  const sample = sampleFor(brief)
  const random = seededRandom(`${variation}|${brief.topic}`)
  const { language } = brief
  const topic = shortTopic(brief.topic, usual[language].topic)
  const { own: words, all: allWords } = wordsOf(brief, sample)
  const fill = createFill(brief, topic, words, random.between(0, words.length - 1))
  const line: Weaver['line'] = (kind, maxChars = Infinity) => {
    const filled = random.shuffle(sample.lines[kind] ?? ['{题}']).map((pattern) => fill(pattern) ?? topic)
    const chosen = Array.from(filled.find((text) => Array.from(text).length <= maxChars) ?? filled[0] ?? topic)
    return chosen.slice(0, Math.min(maxChars, chosen.length)).join('')
  }
  const take = createTake({ sample, language, random, words: allWords, fill, avoid: brief.written ?? '' })
  return { brief, sample, random, topic, words, allWords, space: language === 'en' ? ' ' : '', fill, line, take }
}
