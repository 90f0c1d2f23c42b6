import type { Brief } from './read-brief.ts'
import { sampleFor } from './sample.ts'
import { measure, sentencesOf } from './texts.ts'

export interface Sentence {
  text: string
  /** Holds what the person gave: said whatever the room. */
  isOwed: boolean
}

/** A topic as a noun: without question words, quotes and trailing marks, short enough to sit inside a sentence. */
function shortTopic({ topic, language }: Brief): string {
  const bare = topic.replaceAll(/[《》「」“”"']/g, '').split(/[，。！？：；,!?;:|\n]/, 1)[0] ?? ''
  const noun = bare.trim().replace(/^(?:如何|怎么样?|怎样|为什么|为何|怎么才能)(?=.{2})/, '')
  const short = noun.slice(0, /\p{Script=Han}/u.test(noun) ? 18 : 60)
  // 在「在家做手冲咖啡」里 reads; 在在家做手冲咖啡里 does not.
  if (/^[在把对从给让被为与和]|如何|怎么|怎样|为什么/.test(short)) return `「${short}」`
  return short || (language === 'zh' ? '这件事' : 'this matter')
}

/**
 * Fills the slots of a sample's line: `{题}`, `{词}` (one a line, in turn), `{人}`, `{label of the form}`, `{one/another/=literally}`, and
 * `{label~word}`, which is nothing where the label holds the word. Sentences for which the form has nothing are left out.
 */
function createFill(brief: Brief, lists: Record<'词' | '人', readonly string[]>, start: number) {
  const { said } = brief.form
  const kind = said['公文文种'] ?? ''
  const now = new Date()
  const slots: Record<string, string | undefined> = {
    ...said,
    题: shortTopic(brief),
    读者: brief.audience ?? (brief.language === 'zh' ? '每一位读者' : 'everyone who is curious'),
    词表: lists.词.join(brief.language === 'zh' ? '、' : ', '),
    // 命令（令） → 令
    文种: /（(.+)）/.exec(kind)?.[1] ?? kind,
    姓名: /^[^，,；;\s]+/.exec(said['个人信息'] ?? '')?.[0],
    今天: `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`,
  }
  const turns = { 词: start, 人: 0 }
  const emoji = brief.wantsEmoji ? '' : /\p{Extended_Pictographic}\uFE0F?\s?/gu
  return (line: string, own: Record<string, string> = {}): Sentence[] => {
    for (const slot of ['词', '人'] as const)
      if (line.includes(`{${slot}}`)) slots[slot] = own[slot] ?? lists[slot][turns[slot]++ % lists[slot].length]
    const valueOf = (name: string): string | undefined => {
      const [label = '', condition] = name.split('~')
      if (condition !== undefined) return said[label]?.includes(condition) ? '' : undefined
      return label.startsWith('=') ? label.slice(1) : (own[label] ?? (slots[label] || undefined))
    }
    const bare = line.replace(emoji, '')
    // A row of a table is one sentence, and so is an entry of literature.
    return (/^[|[]/.test(bare) ? [bare] : sentencesOf(bare)).flatMap((pattern) => {
      const asked = Array.from(pattern.matchAll(/\{([^{}]+)\}/g), ([, names = '']) => names.split('/'))
      const found = asked.map((names) => names.map(valueOf).find((value) => value !== undefined))
      if (found.includes(undefined)) return []
      const text = pattern.replaceAll(/\{[^{}]+\}/g, () => found.shift() ?? '')
      const isOwed = asked.flat().some((name) => (said[name.split('~', 1)[0] ?? ''] ?? '') !== '')
      return [{ text: text.replace(/^[a-z]/, (letter) => letter.toUpperCase()), isOwed }]
    })
  }
}

/** What says that a text is a sample: under a work a line, behind a text that is somebody's own a word. */
const marks = {
  zh: { work: '（以上为沙盒示例内容，并非真实模型的输出。）', own: '（沙盒示例）' },
  en: { work: '(Sandbox sample 沙盒示例: not the output of a real model.)', own: ' (sandbox sample 沙盒示例)' },
} as const

/** Where the last sentences begin to be chosen by their length, from how many, how near is near enough, and a paragraph's sentences. */
const [lastStretch, choices, nearEnough, perParagraph] = [70, 10, 4, 4] as const

/** Tells paragraphs as near to a length as they come; none of their sentences twice, and none that is written already. */
function createTell({ written }: Brief, more: Iterator<Sentence, undefined>, space: string) {
  const said = new Set<string>()
  const isNew = ({ text }: Sentence) => !said.has(text) && written?.includes(text) !== true
  const waiting: Sentence[] = []
  /** As many sentences of the paragraphs as there is room for, all of those owed, then new ones up to it. */
  return (paragraphs: readonly Sentence[][], room: number, goesOn = true): string[] => {
    const owed = paragraphs.flat().filter(({ isOwed }) => isOwed)
    let left = room - owed.reduce((sum, { text }) => sum + measure(text), 0)
    const told = paragraphs.map((paragraph) =>
      paragraph.filter((sentence) => {
        const size = sentence.isOwed ? 0 : measure(sentence.text)
        if (!sentence.isOwed && (size > left || !isNew(sentence))) return false
        left -= size
        return said.add(sentence.text)
      }),
    )
    const miss = ({ text }: Sentence) => Math.abs(left - measure(text))
    const enough = goesOn ? nearEnough : Infinity
    for (let count = 0; left > enough; count += 1) {
      while (waiting.length < choices) {
        const { value } = more.next()
        if (value === undefined) break
        if (isNew(value)) waiting.push(value)
      }
      const isLast = left < lastStretch
      const near = [...said].slice(-5).map((text) => text.slice(-8))
      const isFar = ({ text }: Sentence) => !near.includes(text.slice(-8))
      const open = (isLast ? [...paragraphs.flat(), ...waiting].filter(isNew) : waiting).filter(isFar)
      const best = isLast ? open.toSorted((one, other) => miss(one) - miss(other))[0] : open[0]
      if (best === undefined || miss(best) >= left) break
      if (count === 0 || (count % perParagraph === 0 && !isLast)) told.push([])
      told.at(-1)?.push(best)
      left -= measure(best.text)
      said.add(best.text)
      if (waiting.includes(best)) waiting.splice(waiting.indexOf(best), 1)
    }
    return told.flatMap((one) => one.map(({ text }) => text).join(space) || [])
  }
}

/** Weaves what a person gave into the sample of their tool; two weavers of one brief and variation say the same. `before`: characters told by others. */
export function createWeaver(brief: Brief, variation: number, before = 0) {
  const sample = sampleFor(brief)
  const topic = shortTopic(brief)
  const named = brief.keywords.filter((word) => word.length >= 2)
  /** What the person named, then what else belongs to the subject. */
  const words = [...new Set([...named, ...(sample.words.length > 0 ? sample.words : [topic])])]
  const cast = brief.form.said['人物设定']?.match(/(?<=^[-*•\d.、\s]*)[\p{L}·]{2,12}(?=\s*[：:，,（(])/gmu)
  const lists = { 词: named.length > 0 ? named : words.slice(0, 3), 人: cast ?? ['老周', '小满'] }
  const subjects = named.length > 1 ? named : words
  const fill = createFill(brief, lists, variation)
  const space = brief.language === 'en' ? ' ' : ''
  const phrase = (line: string, own = {}) => Array.from(fill(line, own), ({ text }) => text).join(space)
  /** The spare sentences, then each of their beginnings, up to the first comma, before each of the other endings, word by word. */
  function* supply(): Generator<Sentence, undefined> {
    const sentences = sample.linesOf('备用').flatMap(sentencesOf)
    const spare = sentences.map((sentence) => sentence.split(/(?<=[，,])(.*)/s))
    const count = spare.length
    const first = variation + Math.ceil((before * count) / Math.max(1, measure(sentences.join(''))))
    for (let at = first; at < first + count * count * subjects.length * lists.人.length; at += 1) {
      const round = Math.floor(at / count)
      const turn = (at % count) + (round % count) + Math.floor(round / count)
      const own = { 词: subjects[turn % subjects.length] ?? topic, 人: lists.人[turn % lists.人.length] ?? topic }
      yield* fill((spare[at % count]?.[0] ?? '') + (spare[(at + round) % count]?.[1] ?? ''), own)
    }
  }
  const tell = createTell(brief, supply(), space)
  return { brief, variation, sample, topic, words, space, fill, phrase, tell, marks: marks[brief.language] }
}
export type Weaver = ReturnType<typeof createWeaver>
