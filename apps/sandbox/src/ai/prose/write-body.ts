import type { Sentence } from './fill.ts'
import { measure } from './measure.ts'
import { numberOf } from './read-form.ts'
import { linesOf } from './sample.ts'
import { isProse, sentencesOf } from './sections.ts'
import { sampleLineOf, type Weaver } from './weaver.ts'
import { split } from './write-table.ts'

const charsPerSection = 330
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
function chosenParts(parts: readonly Part[], room: number, { outline, form }: Weaver['brief']): Part[] {
  const named = outline.flatMap((name, at) => {
    const part = parts.find(({ heading }) => heading.endsWith(name)) ?? parts[at % parts.length]
    return part ? [{ ...part, heading: part.heading.replace(/\p{Script=Han}.*/u, name) }] : []
  })
  const count = Math.max(1, Math.round(room / charsPerSection))
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
  const lines = linesOf(sample, name)
  const { opening, parts, closing } = partsOf(lines)
  const asked = /大纲写清/.test(brief.form.facts['字数'] ?? '') ? null : brief.length
  const room = (asked ?? measure(lines.join('\n'))) - measure(mark)
  const isShort = room < shortestWithHeadings && !/“一、”|（n\s*分钟）/.test(order) && brief.outline.length === 0
  const last = sayLines(weaver, closing, room * 0.15, false)
  const isPlain = isShort || parts.length === 0
  const first = isPlain ? [] : sayLines(weaver, opening, room * 0.3, false)
  let left = room - measure([...first, ...last].join('\n'))
  const flat = { heading: '', lines: [...opening, ...parts.flatMap((part) => part.lines)] }
  const chosen = isPlain ? [flat] : /（n\s*分钟）/.test(order) ? parts : chosenParts(parts, left, brief)
  const style = styleOf(order, brief, chosen.length)
  const blocks = chosen.flatMap((part, at) => {
    const heading = isPlain ? [] : [style.headed(phrase(part.heading), at)]
    const said = sayLines(weaver, part.lines, left / (chosen.length - at) - measure(heading.join('')), asked !== null)
    const told = [...heading, ...style.shown(said)]
    left -= measure(told.join('\n'))
    return told
  })
  return [...first, ...blocks, ...last, mark].join('\n\n').replaceAll(/^(- .*)\n\n(?=- )/gm, '$1\n')
}
