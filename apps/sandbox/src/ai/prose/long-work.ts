import { revised } from './answer.ts'
import { measure } from './texts.ts'
import { createWeaver, type Weaver } from './weaver.ts'
import { partsOf, tellLines, withCitations } from './write-section.ts'

const usualPart = 500

/** The plan of a long work, a line for each part: `1. 标题｜要点`. */
export function writePlan({ brief, phrase, sample }: Weaver): string {
  const order = brief.order.slice(brief.order.search(/请先给出大纲/))
  const count = Number(/(?:正好|恰好|共)\s*(\d+)\s*(?:章|个?部分|节|段|回)/.exec(order)?.[1] ?? 5)
  // 标题写成“第 n 章 章名”
  const first = /第 n 章/.test(order) ? Number(/第 (\d+) 章/.exec(order)?.[1] ?? 1) : null
  const { parts } = partsOf(sample.linesOf('正文'))
  const own = parts.map(({ heading, lines }) => `${heading.replace(/^#+ /, '')}｜${lines.at(-1) ?? ''}`)
  const plan = sample.plan ?? own
  const lines = Array.from({ length: count }, (_, at) => {
    // A tale goes on from the chapter it has come to; any other work ends with its conclusion.
    const place = first === null && at === count - 1 ? plan.length - 1 : at + (first ?? 1) - 1
    const [title = '', point = ''] = (plan[place % plan.length] ?? '').split('｜').map((text) => phrase(text))
    const name = (first === null ? '' : `第 ${first + at} 章 `) + title + (at < plan.length ? '' : '（续）')
    return `${at + 1}. ${name}｜${point.replace(/。$/, '')}`
  })
  return lines.join('\n')
}

/** One part of a long work: its heading, unless somebody else writes it, and prose of the asked length, without any marker. */
export function writePart({ brief, variation, topic }: Weaver): string {
  const order = brief.order.slice(brief.order.search(/现在只写这一部分/))
  const [, title = topic, place = '1'] =
    /[：:]\s*(?:#+\s*)?([^\n]+?)\s*(?:（第\s*(\d+)\s*部分[^）\n]*）)?\s*(?:\n|$)/.exec(order) ?? []
  const heading = /不要再写[^。\n]{0,8}标题/.test(order) ? '' : `## ${title}\n\n`
  const asked = Number(/约?\s*(\d{2,5})\s*(?:个)?(?:字|words)/i.exec(order)?.[1] ?? usualPart)
  // Each part goes on where the sentences of those before it ended.
  const weaver = createWeaver(brief, variation, (Number(place) - 1) * asked)
  if (brief.source !== null) return (brief.requirement === null ? heading : '') + revised(brief.source, weaver, true)
  const { opening, parts } = partsOf(weaver.sample.linesOf('正文'))
  const point = /要点：([^\n]*)/.exec(order)?.[1]
  // A tale has no parts of its own: it opens once, and each chapter after the first with what happens in it.
  const chapter = place === '1' && !/第 (?!1 )\d+ 章/.test(title) ? opening : point === undefined ? [] : [`${point}。`]
  const own = parts.find((part) => part.heading.endsWith(` ${title}`))?.lines ?? []
  const room = Math.max(60, asked - measure(title)) - measure(weaver.marks.work)
  const said = tellLines(weaver, parts.length === 0 ? chapter : own, room)
  return heading + withCitations([...said, weaver.marks.work].join('\n\n'), weaver)
}
