import type { Sentence } from './fill.ts'
import { measure } from './measure.ts'
import { numberOf } from './read-form.ts'
import { linesOf } from './sample.ts'
import { isProse, sentencesOf } from './sections.ts'
import { sampleLineOf, type Weaver } from './weaver.ts'
import { split } from './write-table.ts'

const charsPerSection = { article: 240, official: 150 }
const shortestWithHeadings = 260
const numerals = '一二三四五六七八九十'

interface Part {
  heading: string
  lines: string[]
}

/** A sample's body: what stands before its headings, under each of them (`## 团队 {团队}`: first a pasted text), and after `---`. */
export function partsOf(lines: readonly string[]): { opening: string[]; parts: Part[]; closing: string[] } {
  const [before = '', after = ''] = lines.join('\n').split('\n---\n')
  const texts = [...before.replaceAll(/^(## .*) (\{.*\})$/gm, '$1\n$2').split(/^## /m), after]
  const [opening = [], ...parts] = texts.map((text) => text.split('\n').filter((line) => line !== ''))
  const closing = parts.pop() ?? []
  return { opening, parts: parts.map(([heading = '', ...rest]) => ({ heading, lines: rest })), closing }
}

/** What a line of the sample says in one paragraph; a pasted text is said in its own lines, those that there is room for. */
function paragraphsOf({ brief, fill, phrase }: Weaver, line: string, room: number): Sentence[][] {
  const [, lead = '', label = ''] = /^([^{}]*)\{([^{}/~]+)\}$/.exec(line) ?? []
  const pasted = brief.form.materials[label]
  if (pasted === undefined) return isProse(line) ? [fill(line)] : [[{ text: phrase(line), isOwed: false }]]
  let left = room
  const given = pasted.split(/\n+/).map((text) => text.replaceAll(/[【】]/g, '').trim())
  const told = given.filter((text) => text !== '' && (left -= measure(text)) >= 0)
  return told.map((text) => [{ text: (told.length > 1 && lead === '' ? '- ' : lead) + text, isOwed: true }])
}

export function sayLines(weaver: Weaver, lines: readonly string[], room: number, goesOn = true): string[] {
  const paragraphs = lines.flatMap((line) => paragraphsOf(weaver, line, room * 1.5))
  return weaver.say(paragraphs, room, goesOn)
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

/** How a body looks: an article; 公文, where each sentence is an item; or the steps of a lesson, whose minutes add up. */
function styleOf(order: string, { form }: Weaver['brief'], count: number) {
  const minutes = split(numberOf(form, /总时长|时长|课时/) ?? 45, count)
  const numbered = (paragraphs: readonly string[]) => {
    const items = paragraphs.flatMap((text) => sentencesOf(text.replace(/^- /, '').replaceAll('；', '。')))
    return items.map((item, at) => (at < 10 ? `（${numerals.charAt(at)}）` : '') + item.replace(/[^。]$/, '$&。'))
  }
  if (/“一、”/.test(order))
    return { headed: (heading: string, at: number) => `${numerals.charAt(at)}、${heading}`, shown: numbered }
  const isTimed = /（n\s*分钟）/.test(order)
  const headed = (heading: string, at: number) => (isTimed ? `### ${heading}（${minutes[at]} 分钟）` : `## ${heading}`)
  return { headed, shown: (paragraphs: string[]) => paragraphs }
}

/** A running text of the asked length (±10 %), counted with the line that says it is a sample. */
export function writeBody(weaver: Weaver, name = '正文', order = ''): string {
  const { brief, sample, phrase } = weaver
  const mark = sampleLineOf(brief)
  const { opening, parts, closing } = partsOf(linesOf(sample, name))
  const asked = /大纲写清/.test(brief.form.facts['字数'] ?? '') ? null : brief.length
  const room = (asked ?? Infinity) - measure(mark)
  const isShort =
    asked !== null && room < shortestWithHeadings && !/“一、”|（n\s*分钟）/.test(order) && brief.outline.length === 0
  const last = sayLines(weaver, closing, room * 0.15, false)
  const isPlain = isShort || parts.length === 0
  const first = isPlain ? [] : sayLines(weaver, opening, room * 0.3, false)
  let left = room - measure([...first, ...last].join('\n'))
  const flat = { heading: '', lines: [...opening, ...parts.flatMap((part) => part.lines)] }
  const isOfficial = /“一、”/.test(order)
  const fitting = Math.max(1, Math.round(left / charsPerSection[isOfficial ? 'official' : 'article']))
  const chosen = isPlain ? [flat] : chosenParts(parts, /（n\s*分钟）/.test(order) ? Infinity : fitting, brief)
  const style = styleOf(order, brief, chosen.length)
  // Where only what the person gave belongs, nothing is added; the others share the rest.
  const isClosed = ({ lines: own }: Part) => own.every((line) => /^\{[^{}]*\}$/.test(line))
  const given = new Map(
    chosen.filter(isClosed).map((part) => [part, sayLines(weaver, part.lines, room / chosen.length, false)]),
  )
  left -= measure([...given.values()].flat().join('\n'))
  let open = chosen.length - given.size
  const blocks = chosen.flatMap((part, at) => {
    const heading = isPlain ? [] : [style.headed(phrase(part.heading), at)]
    const own = left / open - measure(heading.join(''))
    const said = given.get(part) ?? sayLines(weaver, part.lines, own, asked !== null)
    if (!given.has(part)) open -= 1
    const told = [...heading, ...style.shown(said)]
    left -= measure(given.has(part) ? heading.join('') : told.join('\n'))
    return told
  })
  return [...first, ...blocks, ...last, mark].join('\n\n').replaceAll(/^(- .*)\n\n(?=- )/gm, '$1\n')
}
