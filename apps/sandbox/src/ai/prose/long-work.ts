import { revised } from './answer.ts'
import { measure } from './measure.ts'
import { linesOf } from './sample.ts'
import { createWeaver, sampleLineOf, type Weaver } from './weaver.ts'
import { partsOf, sayLines } from './write-body.ts'
import { withCitations } from './write-section.ts'

/** A count that is said to be one, `正好 3 章`, before any other: `4 到 6 章`. */
const exactly = /(?:正好|恰好|共)\s*(\d+)\s*(?:章|个?部分|节|段|回)/
const howMany = /(\d+)\s*(?:(?:到|至|[-–~～])\s*(\d+)\s*)?(?:章|个?部分|节|段|行|个|回)/

/** The plan of a long work, a line for each part: `1. 标题｜要点`. */
export function writePlan({ brief, phrase, sample }: Weaver): string {
  const order = brief.order.slice(brief.order.search(/请先给出大纲/))
  const [, from = 5, to = from] = exactly.exec(order) ?? howMany.exec(order) ?? []
  const count = Math.min(30, Math.max(2, Math.round((Number(from) + Number(to)) / 2)))
  // 标题写成“第 n 章 章名”
  const first = /第 n 章/.test(order) ? Number(/第 (\d+) 章/.exec(order)?.[1] ?? 1) : null
  const { parts } = partsOf(linesOf(sample, '正文'))
  const plan = sample.sections.get('大纲') ?? parts.map(({ heading, lines }) => `${heading}｜${lines.at(-1) ?? ''}`)
  const lines = Array.from({ length: count }, (_, at) => {
    const [title = '', point = ''] = (plan[at % plan.length] ?? '').split('｜').map((text) => phrase(text))
    const name = at < plan.length ? title : `${title}（续）`
    return `${at + 1}. ${first === null ? name : `第 ${first + at} 章 ${name}`}｜${point.replace(/。$/, '')}`
  })
  return lines.join('\n')
}

const usualPart = 500

/** One part of a long work: its heading, unless somebody else writes it, and prose of the asked length, without any marker. */
export function writePart({ brief, topic }: Weaver, variation: number): string {
  const order = brief.order.slice(brief.order.search(/现在只写这一部分/))
  const title = /[：:]\s*(?:#+\s*)?([^\n]+?)\s*(?:（第\s*\d+\s*部分[^）\n]*）)?\s*(?:\n|$)/.exec(order)?.[1] ?? topic
  const heading = /不要再写[^。\n]{0,8}标题/.test(order) ? '' : `## ${title}\n\n`
  // What was said in the parts before is in the brief: each part draws its own.
  const weaver = createWeaver(brief, variation + title.length * 7 + order.length)
  if (brief.source !== null) return (brief.requirement === null ? heading : '') + revised(brief.source, weaver, true)
  const asked = Number(/约?\s*(\d{2,5})\s*(?:个)?(?:字|words)/i.exec(order)?.[1] ?? usualPart)
  const { opening, parts } = partsOf(linesOf(weaver.sample, '正文'))
  // A tale has no parts of its own: all of it that is not yet told.
  const lines = parts.length === 0 ? opening : (parts.find((part) => part.heading === title)?.lines ?? [])
  const mark = sampleLineOf(brief)
  const said = sayLines(weaver, lines, Math.max(60, asked - measure(title)) - measure(mark))
  return heading + withCitations([...said, mark].join('\n\n'), weaver)
}
