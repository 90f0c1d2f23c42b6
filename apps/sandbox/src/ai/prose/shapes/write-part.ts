import type { Brief } from '../brief.ts'
import { partOrder } from '../contract.ts'
import { measure } from '../measure.ts'
import type { Voice } from '../voice.ts'
import { writeParagraphs } from './body.ts'
import { transformText } from './transform.ts'
import { literatureNumbers, withCitations } from './write-lines.ts'

const usualPart = 500

/** One part of a long work: its heading, unless somebody else writes it, and prose of the asked length, without any marker. */
export function writePart(brief: Brief, voice: Voice): string {
  const match = partOrder.exec(brief.lastMessage)
  const title = (match?.[1] ?? voice.topic).replace(/^#+\s*/, '').trim()
  const order = brief.lastMessage.slice(match?.index ?? 0)
  const asked = /约?\s*(\d{2,5})\s*(?:个)?(?:字|words)/i.exec(order)?.[1]
  const length = asked === undefined ? Math.round((brief.length ?? usualPart * 6) / 6) : Number(asked)
  const text =
    brief.source === null
      ? writeParagraphs(voice, Math.max(60, length - measure(title)))
      : transformText(brief, voice, brief.source)
  const heading = /不要再写[^。\n]{0,8}标题/.test(order) ? '' : `## ${title}\n\n`
  return `${heading}${withCitations(text, literatureNumbers(brief), voice.book.sampleLine)}`
}
