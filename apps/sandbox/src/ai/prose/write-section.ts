import { mainSectionOf, type AskedSection } from './contract.ts'
import { listOf, numberOf } from './read-form.ts'
import { isProse, measure, sentencesOf } from './texts.ts'
import type { Sentence, Weaver } from './weaver.ts'

/** A lesson has all of its steps, however short. */
const charsPerPart = { article: 240, official: 150, timed: 0 }
const numerals = '一二三四五六七八九十'

/** Whole numbers that add up. */
function split(total: number, count: number): number[] {
  const upTo = (index: number) => Math.floor((total * index) / count)
  return Array.from({ length: count }, (_, index) => upTo(index + 1) - upTo(index))
}

/** A sample's body: what stands before its headings, under each of them (`## 团队 {团队}`: first a pasted text), and after `---`. */
export function partsOf(lines: readonly string[]) {
  const [before = '', after = ''] = lines.join('\n').split('\n---\n')
  const texts = `\n${before.replaceAll(/^(## .+) (\{.*\})$/gm, '$1\n$2')}`.split(/\n(?=##)/)
  const [closing = [], opening = [], ...parts] = [after, ...texts].map((text) => text.split('\n').filter(Boolean))
  return { opening, parts: parts.map(([heading = '', ...told]) => ({ heading, lines: told })), closing }
}
type Part = ReturnType<typeof partsOf>['parts'][number]

/** What lines of the sample say, each a paragraph; a pasted text is said in its own lines, those that there is room for. */
export function tellLines(weaver: Weaver, lines: readonly string[], room: number, goesOn = true): string[] {
  const { brief, fill, phrase, tell } = weaver
  const paragraphs = lines.flatMap((line): Sentence[][] => {
    const [, lead = '', label = ''] = /^([^{}]*)\{([^{}/~]+)\}$/.exec(line) ?? []
    const pasted = brief.form.materials[label]
    if (pasted === undefined) return isProse(line) ? [fill(line)] : [[{ text: phrase(line), isOwed: false }]]
    let left = room * 1.5
    const given = pasted.split(/\n+/).map((text) => text.replaceAll(/[【】]/g, '').trim())
    const told = given.filter((text) => text !== '' && (left -= measure(text)) >= 0)
    return told.map((text) => [{ text: (told.length > 1 && lead === '' ? '- ' : lead) + text, isOwed: true }])
  })
  return tell(paragraphs, room, goesOn)
}

/** The asked headings, else as many of the sample's as the room is for, its last one and those with a pasted text among them. */
function chosenParts(parts: readonly Part[], count: number, { outline, form }: Weaver['brief']): Part[] {
  const holdsPasted = (line: string) => form.materials[line.replaceAll(/[{}]/g, '')] !== undefined
  if (outline.length === 0 || parts.length === 0)
    return parts.filter(({ lines }, at) => at < count - 1 || at === parts.length - 1 || lines.some(holdsPasted))
  return outline.flatMap((name, at) => {
    const part = parts.find(({ heading }) => heading.endsWith(name)) ?? parts[at % parts.length]
    return part ? { ...part, heading: part.heading.replace(/\p{Script=Han}.*/u, name) } : []
  })
}

/** 公文: each sentence an item of its own. */
function numbered(paragraphs: readonly string[]): string[] {
  const items = paragraphs.flatMap((text) => sentencesOf(text.replace(/^- /, '').replaceAll('；', '。')))
  return items.map((item, at) => (at < 10 ? `（${numerals.charAt(at)}）` : '') + item.replace(/[^。]$/, '$&。'))
}

/** A running text of the asked length (±10 %), counted with the line that says it is a sample. */
export function writeBody(weaver: Weaver, name = '正文', order = ''): string {
  const { brief, phrase, marks } = weaver
  const style = /“一、”/.test(order) ? 'official' : /（n\s*分钟）/.test(order) ? 'timed' : 'article'
  const { opening, parts, closing } = partsOf(weaver.sample.linesOf(name))
  const asked = /大纲写清/.test(brief.form.facts['字数'] ?? '') ? null : brief.length
  let left = (asked ?? Infinity) - measure(marks.work)
  const tell = (lines: readonly string[], room: number, goesOn = false) => {
    const said = tellLines(weaver, lines, room, goesOn && asked !== null)
    left -= measure(said.join('\n'))
    return said
  }
  // A short article has no headings, nor has a tale.
  const isShort = style === 'article' && left < charsPerPart.article && brief.outline.length === 0
  const isFlat = isShort || parts.length === 0
  const last = tell(closing, left * 0.15)
  const first = isFlat ? [] : tell(opening, left * 0.3)
  const flat = [{ heading: '', lines: [...opening, ...parts.flatMap(({ lines }) => lines)] }]
  const chosen = isFlat ? flat : chosenParts(parts, Math.round(left / charsPerPart[style]), brief)
  const minutes = split(numberOf(brief.form, /总时长|时长|课时/, 45), chosen.length)
  const headings = chosen.map(({ heading }, at) => {
    const bare = phrase(heading.replace(/^#+ /, ''))
    if (style === 'official') return `${numerals.charAt(at)}、${bare}`
    return style === 'timed' ? `### ${bare}（${minutes[at]} 分钟）` : phrase(heading)
  })
  left -= measure(headings.join('\n'))
  // A part where only what the person gave belongs is nothing else; the others share the rest.
  const isOpen = ({ lines }: Part) => lines.some((line) => !/^\{[^{}]*\}$/.test(line))
  const told = new Map<Part, string[]>()
  for (const part of chosen.toSorted((one, other) => Number(isOpen(one)) - Number(isOpen(other))))
    told.set(part, tell(part.lines, left / (chosen.length - told.size), isOpen(part)))
  const written = chosen.flatMap((part, at) => {
    const said = told.get(part) ?? []
    return [headings[at] ?? '', ...(style === 'official' ? numbered(said) : said)]
  })
  const blocks = [...first, ...written, ...last, marks.work].filter((block) => block !== '')
  return blocks.join('\n\n').replaceAll(/^(- .*)\n\n(?=- )/gm, '$1\n')
}

/** Enough words for what is asked, the prompt's own first. */
function wordList({ brief, words, topic }: Weaver, { order, name, count }: AskedSection): string {
  const all = [...new Set([...brief.keywords, topic.replaceAll(/[「」]/g, ''), ...words])]
  const chosen = all.slice(0, Math.max(Math.min(6, brief.keywords.length + 1), count?.from ?? 0))
  if (!/标签|话题|tag/i.test(order + name)) return chosen.join('、')
  return chosen.map((word) => `#${word.replaceAll(/\s+/g, '')}`).join(/顿号/.test(order) ? '、' : ' ')
}

const literatureCount = ({ brief: { form } }: Weaver) => Math.min(60, numberOf(form, /文献.*数|references/i, 5))

/** A shot in which the longest keyword can be said, at five characters a second. */
const secondsPerShot = 6
const figure = /\d[\d,.]*(?: ?[%万亿元人次个家]+)?/g

/** What a section's lines are repeated for: entries of literature, shots whose seconds add up, figures given, or asked scenes. */
function subjectsOf(weaver: Weaver, lines: readonly string[]): Record<string, string>[] {
  const { form } = weaver.brief
  const seconds = numberOf(form, /时长|课时|总时间/, 60)
  const subjects = {
    n: Array.from({ length: literatureCount(weaver) }, (_, at) => ({ n: String(at + 1) })),
    秒: split(seconds, Math.floor(seconds / secondsPerShot)).map((秒) => ({ 秒: String(秒) })),
    数据: Object.entries(form.materials)
      .flatMap(([出处, text]) => Array.from(text.matchAll(figure), ([数据]) => ({ 数据, 出处 })))
      .slice(0, 12),
    场景: listOf(form.said, /场景|渠道/).map((场景) => ({ 场景 })),
  }
  return Object.entries(subjects).find(([slot]) => lines.some((line) => line.includes(`{${slot}}`)))?.[1] ?? []
}

/** One item or row a line: the sample's, in turn for what they are repeated for, or that of a scene; else new ones. */
function itemsOf(weaver: Weaver, { count, columns }: AskedSection, lines: readonly string[]): string {
  const { phrase, tell, topic } = weaver
  const subjects = subjectsOf(weaver, lines)
  // The first line opens and the last one closes, however many are asked for; those between take turns.
  const between = lines.length > 2 ? lines.slice(1, -1) : lines
  const repeated = subjects.map((own, at) => {
    const isOpening = at === 0 && own['场景'] === undefined
    const isClosing = at === subjects.length - 1 || own['场景'] !== undefined
    const inTurn = isOpening ? lines[0] : isClosing ? lines.at(-1) : between[(at - 1) % between.length]
    return phrase(lines.find((line) => line.startsWith(`| ${own['场景']} |`)) ?? inTurn ?? '', own)
  })
  const once = subjects.length > 0 ? [] : lines.flatMap((line) => phrase(line).split('\n'))
  const added = Array.from({ length: lines.length > 0 ? 0 : (count?.from ?? 4) }, () => tell([], 30)[0] ?? topic)
  const items = [...repeated, ...once, ...added].filter((item) => item !== '').slice(0, count?.to)
  const head = columns.length === 0 ? [] : [columns, columns.map(() => '---')]
  return [...head.map((cells) => `| ${cells.join(' | ')} |`), ...items].join('\n')
}

function lineOf({ variation, phrase, topic }: Weaver, { maxChars }: AskedSection, lines: readonly string[]): string {
  const said = lines.map((_, at) => Array.from(phrase(lines[(at + variation) % lines.length] ?? '')))
  const chosen = said.find(({ length }) => length <= maxChars) ?? said[0] ?? [topic]
  return chosen.slice(0, maxChars).join('')
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

export function writeSection(weaver: Weaver, asked: AskedSection): string {
  const { name, order, shape } = asked
  if (name === mainSectionOf(weaver.brief.contract)?.name) {
    const body = writeBody(weaver, name, order)
    return /\[序号\]/.test(order) ? withCitations(body, weaver) : body
  }
  const lines = weaver.sample.linesOf(name)
  if (shape === 'list') return wordList(weaver, asked)
  return shape === 'lines' || shape === 'table' ? itemsOf(weaver, asked, lines) : lineOf(weaver, asked, lines)
}
