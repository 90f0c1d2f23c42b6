import type { Brief } from '../brief.ts'
import { numberIn } from '../facts.ts'
import { measure } from '../measure.ts'
import type { Voice } from '../voice.ts'
import { writeParagraphs } from './body.ts'
import { split } from './write-table.ts'

const steps = ['导入', '探究新知', '合作练习', '展示交流', '小结提升'] as const
const usualMinutes = 45

/** Steps of a lesson; their minutes add up to the asked total. */
export function writeTimedBody(brief: Brief, voice: Voice, target: number): string {
  const total = numberIn(brief.facts, /总时长|时长|课时/) ?? usualMinutes
  const minutes = split(total, steps.length)
  const room = (target - measure(voice.book.sampleLine)) / steps.length
  const blocks = steps.map((step, index) => {
    const heading = `### ${step}（${minutes[index] ?? 0} 分钟）`
    const text = writeParagraphs(voice, room - measure(heading) + measure(voice.book.sampleLine))
    return `${heading}\n\n${text.replace(voice.book.sampleLine, '').trim()}`
  })
  return [...blocks, voice.book.sampleLine].join('\n\n')
}
