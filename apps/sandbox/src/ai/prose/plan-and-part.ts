import { partOrder } from './contract.ts'
import { measure } from './measure.ts'
import { changed } from './rework.ts'
import { transformText } from './transform.ts'
import { createWeaver, sampleLineOf, type Weaver } from './weaver.ts'
import { citesNumbers, withCitations } from './write-body.ts'
import { literatureCount } from './write-section.ts'

/** A count that is said to be one: `正好 3 章`, `共 6 章`. */
const exactly = /(?:正好|恰好|共)\s*(\d+)\s*(?:章|个?部分|节|段|回)/
const howMany = /(\d+)\s*(?:(?:到|至|[-–~～])\s*(\d+)\s*)?(?:章|个?部分|节|段|行|个|回)/

/** The plan of a long work, a line for each part: `1. 标题｜要点`. */
export function writePlan({ brief, sample, fill, topic }: Weaver): string {
  const order = brief.order.slice(Math.max(0, brief.order.search(/请先给出大纲/)))
  const [, from, to] = exactly.exec(order) ?? howMany.exec(order) ?? howMany.exec(brief.order) ?? []
  const count = Math.min(30, Math.max(2, Math.round((Number(from ?? 5) + Number(to ?? from ?? 5)) / 2)))
  // 标题写成“第 n 章 章名”
  const firstChapter = /第 n 章/.test(order) ? Number(/第 (\d+) 章/.exec(order)?.[1] ?? 1) : null
  const names = sample.items['章名'] ?? sample.sections.map(({ heading }) => heading)
  const usual = Array.from({ length: count }, (_, index) => {
    const name = names[index % names.length] ?? topic
    const title = index < names.length ? name : `${name}（续）`
    return firstChapter === null ? title : `第 ${firstChapter + index} 章 ${title}`
  })
  const points = sample.items['要点'] ?? sample.sections.flatMap(({ sentences }) => sentences)
  return (brief.outline.length > 0 ? brief.outline : usual)
    .map((heading, index) => {
      const own = sample.sections.find((section) => section.heading === heading)?.sentences[0]
      const point = fill(own ?? points[index % points.length] ?? '') ?? topic
      return `${index + 1}. ${heading}｜${point.replace(/。$/, '')}`
    })
    .join('\n')
}

const usualPart = 500

/** One part of a long work: its heading, unless somebody else writes it, and prose of the asked length, without any marker. */
export function writePart(given: Weaver, variation: number): string {
  const match = partOrder.exec(given.brief.order)
  const title = (match?.[1] ?? given.topic).replace(/^#+\s*/, '').trim()
  const order = given.brief.order.slice(match?.index ?? 0)
  const heading = /不要再写[^。\n]{0,8}标题/.test(order) ? '' : `## ${title}\n\n`
  const { source, requirement } = given.brief
  if (source !== null && requirement !== null) return changed(source, requirement, given)
  if (source !== null) return heading + transformText(given)
  // What was said in the parts before is in the brief: each part draws its own.
  const weaver = createWeaver(given.brief, variation + title.length * 7 + order.length)
  const asked = /约?\s*(\d{2,5})\s*(?:个)?(?:字|words)/i.exec(order)?.[1]
  const length = asked === undefined ? Math.round((given.brief.length ?? usualPart * 6) / 6) : Number(asked)
  return heading + partText(weaver, title, Math.max(60, length - measure(title)))
}

function partText(weaver: Weaver, title: string, length: number): string {
  const { brief, sample, space } = weaver
  const own = sample.sections.find(({ heading }) => heading === title)
  const label = own?.material ?? null
  const given = label === null ? '' : (brief.form.materials[label] ?? '').replaceAll(/[【】]/g, '').trim()
  const material = measure(given) > length * 0.6 ? '' : given
  const room = length - measure(material) - measure(sampleLineOf(brief))
  const fresh = sample.isPlain ? sample.sections.flatMap(({ sentences }) => sentences) : []
  const sentences = weaver.take(room, own?.sentences ?? fresh)
  const blocks = material === '' ? [] : [material]
  for (let at = 0; at < sentences.length; at += 3) blocks.push(sentences.slice(at, at + 3).join(space))
  const text = [...blocks, sampleLineOf(brief)].join('\n\n')
  return citesNumbers(brief, null) ? withCitations(text, literatureCount(brief)) : text
}
