import type { Sentence } from './fill.ts'
import { measure } from './measure.ts'
import { numberOf } from './read-form.ts'
import { linesOf } from './sample.ts'
import { isProse, sentencesOf } from './sections.ts'
import type { Weaver } from './weaver.ts'

/** A lesson has all of its steps, however short. */
const charsPerPart = { article: 240, official: 150, timed: 0 }
const numerals = '一二三四五六七八九十'

/** Whole numbers that add up. */
export function split(total: number, count: number): number[] {
  const upTo = (index: number) => Math.floor((total * index) / count)
  return Array.from({ length: count }, (_, index) => upTo(index + 1) - upTo(index))
}

interface Part {
  /** With its marks: `## 团队`. */
  heading: string
  lines: string[]
}

/** A sample's body: what stands before its headings, under each of them (`## 团队 {团队}`: first a pasted text), and after `---`. */
export function partsOf(lines: readonly string[]): { opening: string[]; parts: Part[]; closing: string[] } {
  const [before = '', after = ''] = lines.join('\n').split('\n---\n')
  const texts = `\n${before.replaceAll(/^(## .+) (\{.*\})$/gm, '$1\n$2')}`.split(/\n(?=##)/)
  const [closing = [], opening = [], ...parts] = [after, ...texts].map((text) => text.split('\n').filter(Boolean))
  return { opening, parts: parts.map(([heading = '', ...told]) => ({ heading, lines: told })), closing }
}

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
  const named = outline.flatMap((name, at) => {
    const part = parts.find(({ heading }) => heading.endsWith(name)) ?? parts[at % parts.length]
    return part ? [{ ...part, heading: part.heading.replace(/\p{Script=Han}.*/u, name) }] : []
  })
  const holdsPasted = (line: string) => form.materials[line.replaceAll(/[{}]/g, '')] !== undefined
  const fitting = parts.filter(({ lines }, at) => at < count - 1 || at === parts.length - 1 || lines.some(holdsPasted))
  return named.length > 0 ? named : fitting
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
  const { opening, parts, closing } = partsOf(linesOf(weaver.sample, name))
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
  const minutes = split(numberOf(brief.form, /总时长|时长|课时/) ?? 45, chosen.length)
  const headings = chosen.map(({ heading }, at) => {
    const bare = phrase(heading.replace(/^#+ /, ''))
    if (style === 'official') return `${numerals.charAt(at)}、${bare}`
    return style === 'timed' ? `### ${bare}（${minutes[at]} 分钟）` : phrase(heading)
  })
  left -= measure(headings.join('\n'))
  // A part where only what the person gave belongs is nothing else; the others share the rest.
  const isClosed = ({ lines }: Part) => lines.every((line) => /^\{[^{}]*\}$/.test(line))
  const told = new Map<Part, string[]>()
  for (const part of chosen.toSorted((one, other) => Number(isClosed(other)) - Number(isClosed(one))))
    told.set(part, tell(part.lines, left / (chosen.length - told.size), !isClosed(part)))
  const written = chosen.flatMap((part, at) => {
    const said = told.get(part) ?? []
    return [headings[at] ?? '', ...(style === 'official' ? numbered(said) : said)]
  })
  const blocks = [...first, ...written, ...last, marks.work].filter((block) => block !== '')
  return blocks.join('\n\n').replaceAll(/^(- .*)\n\n(?=- )/gm, '$1\n')
}
