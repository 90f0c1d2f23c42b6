import { mainSectionOf, type AskedSection } from './contract.ts'
import { listOf, numberOf } from './read-form.ts'
import { linesOf } from './sample.ts'
import type { Weaver } from './weaver.ts'
import { split, writeBody } from './write-body.ts'

/** Enough words for what is asked, the prompt's own first. */
function wordList({ brief, words, topic }: Weaver, { order, name, count }: AskedSection): string {
  const all = [...new Set([...brief.keywords, topic.replaceAll(/[「」]/g, ''), ...words])]
  const chosen = all.slice(0, Math.max(Math.min(6, brief.keywords.length + 1), count?.from ?? 0))
  if (!/标签|话题|tag/i.test(order + name)) return chosen.join('、')
  return chosen.map((word) => `#${word.replaceAll(/\s+/g, '')}`).join(/顿号/.test(order) ? '、' : ' ')
}

const literatureCount = ({ brief: { form } }: Weaver) => Math.min(60, numberOf(form, /文献.*数|references/i) ?? 5)

/** A shot in which the longest keyword can be said, at five characters a second. */
const secondsPerShot = 6
const figure = /\d[\d,.]*(?: ?[%万亿元人次个家]+)?/g

/** What a section's lines are repeated for: entries of literature, shots whose seconds add up, figures given, or asked scenes. */
function subjectsOf(weaver: Weaver, lines: string): Record<string, string>[] {
  const { form } = weaver.brief
  const seconds = numberOf(form, /时长|课时|总时间/) ?? 60
  const figures = Object.entries(form.materials).flatMap(([出处, text]) =>
    Array.from(text.matchAll(figure), ([数据]) => ({ 数据, 出处 })),
  )
  const subjects: Record<string, Record<string, string>[]> = {
    '{n}': Array.from({ length: literatureCount(weaver) }, (_, at) => ({ n: String(at + 1) })),
    '{秒}': split(seconds, Math.floor(seconds / secondsPerShot)).map((秒) => ({ 秒: String(秒) })),
    '{数据}': figures.slice(0, 12),
    '{场景}': listOf(form.said, /场景|渠道/).map((场景) => ({ 场景 })),
  }
  return Object.entries(subjects).find(([slot]) => lines.includes(slot))?.[1] ?? []
}

/** One item or row a line: the sample's, in turn for what they are repeated for, or that of a scene; else new ones. */
function itemsOf(weaver: Weaver, { count, columns }: AskedSection, lines: readonly string[]): string {
  const { phrase, tell, topic } = weaver
  const subjects = subjectsOf(weaver, lines.join('\n'))
  // The first line opens and the last one closes, however many are asked for; those between take turns.
  const between = lines.length > 2 ? lines.slice(1, -1) : lines
  const lineAt = (at: number) => (at === subjects.length - 1 ? lines.at(-1) : between[(at - 1) % between.length])
  const repeated = subjects.map((own, at) => {
    const { 场景: scene } = own
    if (scene === undefined) return phrase((at === 0 ? lines[0] : lineAt(at)) ?? '', own)
    return phrase(lines.find((line) => line.startsWith(`| ${scene} |`)) ?? lines.at(-1) ?? '', own)
  })
  const once = subjects.length > 0 ? [] : lines.flatMap((line) => phrase(line).split('\n'))
  const added = Array.from({ length: lines.length > 0 ? 0 : (count?.from ?? 4) }, () => tell([], 30)[0] ?? topic)
  const items = [...repeated, ...once, ...added].filter((item) => item !== '').slice(0, count?.to)
  const head = columns.length === 0 ? [] : [columns, columns.map(() => '---')]
  return [...head.map((cells) => `| ${cells.join(' | ')} |`), ...items].join('\n')
}

/** One of the sample's lines that is short enough. */
function lineOf({ variation, phrase, topic }: Weaver, { maxChars }: AskedSection, lines: readonly string[]): string {
  const turned = lines.map((_, at) => lines[(at + variation) % lines.length] ?? '')
  const said = turned.map((line) => Array.from(phrase(line)))
  const chosen = said.find(({ length }) => length <= maxChars) ?? said[0] ?? [topic]
  return chosen.slice(0, Math.min(maxChars, chosen.length)).join('')
}

/** Each number of the literature cited once, spread over the paragraphs before their last mark. */
export function withCitations(text: string, weaver: Weaver): string {
  if (!/顺序编码|\[1\]/.test(weaver.brief.form.facts['引用格式'] ?? '')) return text
  const blocks = text.split('\n\n')
  const places = [...blocks.keys()].filter((at) => !/^\s*(?:#|>|[-*]\s|[（(]以上)|[^。！？.]$/.test(blocks[at] ?? ''))
  const count = literatureCount(weaver)
  for (let index = 0; index < count; index += 1) {
    const place = places[Math.floor((index * places.length) / count)] ?? 0
    blocks[place] = (blocks[place] ?? '').replace(/[。！？.]$/, `[${index + 1}]$&`)
  }
  return blocks.join('\n\n')
}

/** The text of one asked section. */
export function writeSection(weaver: Weaver, asked: AskedSection): string {
  const { name, order, shape } = asked
  if (name === mainSectionOf(weaver.brief.contract)?.name) {
    const body = writeBody(weaver, name, order)
    return /\[序号\]/.test(order) ? withCitations(body, weaver) : body
  }
  const lines = linesOf(weaver.sample, name)
  if (shape === 'list') return wordList(weaver, asked)
  return shape === 'lines' || shape === 'table' ? itemsOf(weaver, asked, lines) : lineOf(weaver, asked, lines)
}
