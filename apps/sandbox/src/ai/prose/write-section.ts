import { mainSectionOf, type AskedSection } from './contract.ts'
import { numberOf } from './read-form.ts'
import { linesOf } from './sample.ts'
import type { Weaver } from './weaver.ts'
import { writeBody } from './write-body.ts'
import { writeTable } from './write-table.ts'

/** Enough words for what is asked, the prompt's own first. */
function wordList({ brief, words, topic }: Weaver, { order, name, count }: AskedSection): string {
  const all = [...new Set([...brief.keywords, topic.replaceAll(/[「」]/g, ''), ...words])]
  const chosen = all.slice(0, Math.max(Math.min(6, brief.keywords.length + 1), count?.from ?? 0))
  if (!/标签|话题|tag/i.test(order + name)) return chosen.join('、')
  return chosen.map((word) => `#${word.replaceAll(/\s+/g, '')}`).join(/顿号/.test(order) ? '、' : ' ')
}

const literatureCount = ({ brief: { form } }: Weaver) => Math.min(60, numberOf(form, /文献.*数|references/i) ?? 5)

/** One item a line, as many as asked: of the sample, of which a line with `{n}` is repeated, or new ones. */
function itemsOf(weaver: Weaver, { count }: AskedSection, lines: readonly string[]): string {
  const numbers = Array.from({ length: literatureCount(weaver) }, (_, at) => String(at + 1))
  const own = lines.flatMap((line) =>
    line.includes('{n}') ? numbers.map((n) => weaver.phrase(line, { n })) : weaver.phrase(line).split('\n'),
  )
  const least = lines.length > 0 ? 0 : (count?.from ?? 4)
  const items = [...own, ...Array.from({ length: least }, () => weaver.say([], 30)[0] ?? weaver.topic)]
  return items
    .filter((item) => item !== '')
    .slice(0, count?.to)
    .join('\n')
}

/** One of the sample's lines that is short enough. */
function lineOf({ random, phrase, topic }: Weaver, { maxChars }: AskedSection, lines: readonly string[]): string {
  const said = random.shuffle(lines).map((line) => Array.from(phrase(line)))
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
  if (shape === 'table') return writeTable(weaver, asked, lines)
  return shape === 'lines' ? itemsOf(weaver, asked, lines) : lineOf(weaver, asked, lines)
}
