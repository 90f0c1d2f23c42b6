import { listOf, valueOf } from './read-form.ts'
import { readLength } from './read-brief.ts'
import { measure, isProse, sentencesOf } from './texts.ts'
import type { Weaver } from './weaver.ts'

const pairsOf = (pairs: string) => pairs.split(' ').map((pair) => pair.split('='))
/** Everyday word → formal word; and another of the same register. */
const formal = pairsOf(
  '很多=诸多 但是=然而 其实=事实上 咱们=我们 想要=希望 一开始=初期 慢慢=逐步 容易=易于 马上=立即 所以=因此 如果=倘若 不过=但 做好=落实 告诉=提示 省下=节约 聊聊=探讨 试试=尝试 往往=通常 一点点=逐项',
)
const synonyms = pairsOf(
  '往往=常常 真正=真切地 其实=说到底 重要=要紧 方法=做法 问题=难题 开始=起步 经验=心得 改变=变化 简单=朴素 清楚=明白 坚持=持之以恒 由此=因此 进行=开展 如有=若有 暂停=停止 often=frequently simple=plain start=begin',
)

const swap = (text: string, pairs: string[][]) =>
  pairs.reduce((result, [from = '', to = '']) => result.replaceAll(from, to), text)

function reword(text: string, requested: string): string {
  if (/正式|严谨|专业|书面|权威|学术|formal|professional/i.test(requested)) return swap(text, formal)
  // 降重: every sentence with its clauses in another order, nothing lost.
  if (requested.includes('降重'))
    return swap(text, synonyms).replaceAll(/([^\n，。#|>]+)，([^\n，。|]+)。/g, '$2，$1。')
  if (!/口语|轻松|活泼|幽默|亲切|通俗|casual|friendly/i.test(requested)) return swap(text, synonyms)
  return swap(text, [...formal.map((pair) => pair.toReversed()), ['我们', '咱们']])
}

function targetLength({ brief }: Weaver, requested: string, length: number): number | null {
  const asked = valueOf(brief.form.said, /^目标长度$/) ?? /\d+\s*(?:个)?(?:字|words)/i.exec(requested)?.[0]
  if (asked !== undefined) return readLength(asked)
  if (/缩|短|精简|精炼|压缩|简洁|shorter|condense|concise/i.test(requested)) return length * 0.6
  const isLonger = /扩|更长|丰富|充实|展开|详细|补充|longer|expand|detail/i.test(requested)
  return isLonger ? length * (/一倍半/.test(requested) ? 1.5 : 1.35) : null
}

/** The text at another length, paragraph by paragraph; clauses with a kept word stay, as do headings, lists and quotes. */
function resize(text: string, target: number, weaver: Weaver, kept: readonly string[]): string {
  const holdsKept = (part: string) => kept.some((word) => part.includes(word))
  const pieces = text.split(/(\n+)/)
  let before = measure(pieces.filter(isProse).join('\n'))
  let left = target - (measure(text) - before)
  const resized = (piece: string): string => {
    const room = Math.max(4, (left * measure(piece)) / Math.max(1, before))
    const cut = (sentence: string) => {
      const [first = '', ...clauses] = measure(sentence) > room ? sentence.split(/(?<=[，,；;：:])/) : [sentence]
      const fitting = clauses.filter((clause) => holdsKept(clause) || measure(first + clause) <= room * 0.8)
      return [first, ...fitting].join('').replace(/[，,；;：:]$/, '。')
    }
    const sentences = sentencesOf(piece).map((sentence) => ({ text: cut(sentence), isOwed: holdsKept(cut(sentence)) }))
    const told = weaver.tell([sentences], room, target > measure(text)).join(weaver.space)
    before -= measure(piece)
    left -= measure(told)
    return told || (sentences[0]?.text ?? '')
  }
  return pieces.map((piece) => (isProse(piece) ? resized(piece) : piece)).join('')
}

/** The text changed as asked, and never the text it was: where the words stayed the same, its first paragraph is led in. */
export function changed(text: string, requested: string, weaver: Weaver, room: number): string {
  const length = measure(text)
  const target = targetLength(weaver, requested, length) ?? length
  const kept = [...listOf(weaver.brief.form.said, /保留/), ...(text.match(/\d+(?:[.,]\d+)*/g) ?? [])]
  const reworded = reword(text, requested).trim()
  const isNear = Math.abs(target - length) < target * 0.12
  const result = isNear ? reworded : resize(reworded, target - room, weaver, kept).trim()
  if (result !== text.trim()) return result
  const lead = weaver.brief.language === 'en' ? 'In short: ' : '说到底，'
  return result.replace(/^(?!\s*(?:#|>|[-*]\s|\d+[.、]\s|\|)).+/m, (line) => lead + line)
}
