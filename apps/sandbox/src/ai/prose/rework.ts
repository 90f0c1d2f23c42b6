import { measure } from './measure.ts'
import { readLength } from './read-brief.ts'
import { sentencesOf } from './sample.ts'
import { joinSections, sectionKind, splitSections, type NamedSection } from './sections.ts'
import { sampleLineOf, type Weaver } from './weaver.ts'
import { writeSection } from './write-section.ts'

/** Everyday word → formal word. */
const registers = new Map(
  '很多=诸多 但是=然而 其实=事实上 咱们=我们 想要=希望 一开始=初期 慢慢=逐步 容易=易于 马上=立即 所以=因此 如果=倘若 不过=但 做好=落实 大多=大多数情况下 告诉=提示 省下=节约 聊聊=探讨 试试=尝试 往往=通常 一点点=逐项'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
)
/** Same register, other words. */
const synonyms = new Map(
  '往往=常常 真正=真切地 其实=说到底 重要=要紧 方法=做法 问题=难题 开始=起步 经验=心得 改变=变化 简单=朴素 清楚=明白 坚持=持之以恒 由此=因此 进行=开展 如有=若有 暂停=停止 often=frequently simple=plain start=begin'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
)

function swap(text: string, pairs: Iterable<readonly [string, string]>): string {
  return [...pairs].reduce((result, [from, to]) => result.replaceAll(from, to), text)
}

export const reword = (text: string) => swap(text, synonyms)

function loosen(text: string): string {
  const loose = swap(
    text,
    [...registers].map(([plain, formal]) => [formal, plain] as const),
  ).replaceAll('我们', '咱们')
  // Only the first plain paragraph gets a question: after every one it would be a tic.
  return loose.replace(/^((?!\s*[#>\-\d]).+)。$/m, '$1，是不是？')
}

const isProse = (block: string) => !/^\s*(?:#|>|[-*]\s|\d+[.、]\s|\|)/.test(block)

/** The clauses that fit. */
function cut(sentence: string, room: number): string {
  const clauses = sentence.split(/(?<=[，,；;：:])/)
  let text = clauses.shift() ?? ''
  for (const clause of clauses) {
    if (measure(text + clause) > room) break
    text += clause
  }
  return text.replace(/[，,；;：:]$/, '。')
}

/** Whole sentences of a paragraph up to a length, then new ones. */
export function fit(text: string, room: number, weaver: Weaver): string {
  const kept: string[] = []
  let count = 0
  for (const sentence of sentencesOf(text)) {
    const length = measure(sentence)
    if (count + length > room * 1.08 && kept.length > 0) break
    kept.push(length > room * 1.2 ? cut(sentence, room) : sentence)
    count += measure(kept.at(-1) ?? '')
  }
  const more = count < room * 0.92 ? weaver.take(room - count) : []
  return [...kept, ...more].join(weaver.space)
}

/** The text at another length, paragraph by paragraph; headings, lists and quotes stay. */
function resize(text: string, target: number, weaver: Weaver): string {
  const blocks = text.split('\n\n')
  const prose = measure(blocks.filter(isProse).join('\n'))
  let left = target - (measure(text) - prose)
  let before = prose
  return blocks
    .map((block) => {
      if (!isProse(block)) return block
      const length = measure(block)
      const fitted = fit(block, Math.max(4, (left * length) / Math.max(1, before)), weaver)
      left -= measure(fitted)
      before -= length
      return fitted
    })
    .join('\n\n')
}

/** The length that a wish asks for; null when it is about something else. */
function targetLength(wish: string, length: number): number | null {
  if (/\d+\s*(?:个)?(?:字|words)/i.test(wish)) return readLength(wish)
  if (/缩|短|精简|精炼|压缩|简洁|shorter|condense|concise/i.test(wish)) return length * 0.6
  const isLonger = /扩|更长|丰富|充实|展开|详细|补充|longer|expand|detail/i.test(wish)
  return isLonger ? length * (/一倍半/.test(wish) ? 1.5 : 1.35) : null
}

function rework(text: string, wish: string, weaver: Weaver): string {
  const length = measure(text)
  const target = targetLength(wish, length)
  if (target !== null) return resize(text, target, weaver)
  if (/口语|轻松|活泼|幽默|亲切|通俗|casual|friendly/i.test(wish)) return loosen(text)
  return /正式|严谨|专业|书面|权威|formal|professional/i.test(wish) ? swap(text, registers) : reword(text)
}

/** The text changed as wished, and never the text it was: where the words stayed the same, its first paragraph is led in. */
export function changed(text: string, wish: string, weaver: Weaver): string {
  const result = rework(text, wish, weaver).trim()
  if (result !== text.trim()) return result
  const lead = weaver.brief.language === 'en' ? 'In short: ' : '说到底，'
  const blocks = result.split('\n\n')
  const first = blocks.findIndex(isProse)
  return blocks.map((block, index) => (index === Math.max(0, first) ? lead + block : block)).join('\n\n')
}

function newBody(body: string, wish: string, weaver: Weaver): string {
  const mark = sampleLineOf(weaver.brief)
  return `${changed(body.replace(mark, '').trim(), wish, weaver)}\n\n${mark}`
}

const passageMarks = { zh: '（沙盒示例）', en: ' (sandbox sample)' }

/** Another wording that can stand in the passage's place: nothing but the text, and a mark that it is a sample. */
export function writePassage(weaver: Weaver): string {
  const { form, requirement, language } = weaver.brief
  const mark = passageMarks[language]
  return changed((form.materials['选段'] ?? '').replaceAll(mark, '').trim(), requirement ?? '', weaver) + mark
}

function newSection({ name, text }: NamedSection, wish: string, weaver: Weaver): string {
  const kind = sectionKind(name)
  if (kind === 'summary') {
    const bare = text.replace(/^沙盒示例：|^已按“[^”]*”调整。/g, '') || weaver.line('summary', 60)
    return `沙盒示例：已按“${Array.from(wish).slice(0, 10).join('')}”调整。${Array.from(bare).slice(0, 70).join('')}`
  }
  if (kind === 'body') return newBody(text, wish, weaver)
  if (text !== '' && kind === 'title' && /标题|title/i.test(wish)) return newTitle(text, weaver)
  return text === '' ? writeSection(name, weaver) : text
}

function newTitle(title: string, weaver: Weaver): string {
  const others = (weaver.sample.lines['title'] ?? []).map((pattern) => weaver.fill(pattern) ?? title)
  return others.find((other) => other !== title && other.length <= 30) ?? `${title}（新）`
}

/** The given text changed as asked, in the asked sections (or those it came in). */
export function writeOptimised(weaver: Weaver): string {
  const { brief } = weaver
  const wish = (brief.requirement ?? '润色').replaceAll(/\s+/g, ' ').trim()
  const given = splitSections(brief.source ?? '')
  const named = given.filter(({ name }) => name !== '')
  const names = brief.sections.length > 0 ? brief.sections : named.map(({ name }) => name)
  if (names.length === 0) return newBody(brief.source ?? '', wish, weaver)
  const loose = given.find(({ name }) => name === '')?.text ?? ''
  const textOf = (name: string) =>
    named.find((section) => section.name === name)?.text ?? (sectionKind(name) === 'body' ? loose : '')
  return joinSections(names.map((name) => ({ name, text: newSection({ name, text: textOf(name) }, wish, weaver) })))
}
