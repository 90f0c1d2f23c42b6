import type { Brief } from './read-brief.ts'
import { sentencesOf } from './sections.ts'

export interface Sentence {
  text: string
  /** Holds what the person gave: said whatever the room. */
  isOwed: boolean
}

/** A topic as a noun: without question words, quotes and trailing marks, short enough to sit inside a sentence. */
export function shortTopic({ topic, language }: Brief): string {
  const bare = topic.replaceAll(/[《》「」“”"']/g, '').split(/[，。！？：；,!?;:|\n]/, 1)[0] ?? ''
  const noun = bare.trim().replace(/^(?:如何|怎么样?|怎样|为什么|为何|怎么才能)(?=.{2})/, '')
  const short = noun.slice(0, /\p{Script=Han}/u.test(noun) ? 18 : 60)
  // 在「在家做手冲咖啡」里 reads; 在在家做手冲咖啡里 does not.
  if (/^[在把对从给让被为与和]|如何|怎么|怎样|为什么/.test(short)) return `「${short}」`
  return short || (language === 'zh' ? '这件事' : 'this matter')
}

/** The names that open the lines of a cast. */
export function castOf({ form }: Brief): string[] {
  const names = (form.said['人物设定'] ?? '').matchAll(/^[-*•\d.、\s]*([\p{L}·]{2,12})\s*[：:，,（(]/gmu)
  const cast = Array.from(names, ([, name = '']) => name)
  return cast.length > 0 ? cast : ['老周', '小满']
}

/**
 * Fills the slots of a sample's line: `{题}`, `{词}` (one a line, in turn), `{人}`, `{label of the form}`, `{one/another/=literally}`, and
 * `{label~word}`, which is nothing where the label holds the word. Sentences for which the form has nothing are left out.
 */
export function createFill(brief: Brief, lists: Record<'词' | '人', readonly string[]>, start: number) {
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
