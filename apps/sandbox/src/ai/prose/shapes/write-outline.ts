import type { Brief } from '../brief.ts'
import type { Voice } from '../voice.ts'

/** Headings of three levels with a sentence each, for a prompt that asks for an outline as its body. */
export function writeOutlineBody(voice: Voice): string {
  const chapters = Array.from({ length: 5 }, (_, chapter) => {
    const sections = Array.from(
      { length: 2 },
      (_, section) => `### ${chapter + 1}.${section + 1} ${voice.say('headings')}\n\n${voice.say('claims')}`,
    )
    return [`## ${chapter + 1} ${voice.say('headings')}`, ...sections].join('\n\n')
  })
  return [...chapters, voice.book.sampleLine].join('\n\n')
}

/** A count that is said to be one: `正好 3 章`, `共 6 章`. */
const exactly = /(?:正好|恰好|共)\s*(\d+)\s*(?:章|个?部分|节|段|回)/
const howMany = /(\d+)\s*(?:(?:到|至|[-–~～])\s*(\d+)\s*)?(?:章|个?部分|节|段|行|个|回)/

/** The plan of a long work, a line for each part: `1. 标题｜要点`. */
export function writePlan(brief: Brief, voice: Voice): string {
  const order = brief.lastMessage.slice(Math.max(0, brief.lastMessage.search(/请先给出大纲/)))
  const [, from, to] = exactly.exec(order) ?? howMany.exec(order) ?? howMany.exec(brief.lastMessage) ?? []
  const count = Math.min(30, Math.max(2, Math.round((Number(from ?? 5) + Number(to ?? from ?? 5)) / 2)))
  const headings = brief.outline.length > 0 ? brief.outline : Array.from({ length: count }, () => voice.say('headings'))
  return headings.map((heading, index) => `${index + 1}. ${heading}｜${voice.say('claims')}`).join('\n')
}
