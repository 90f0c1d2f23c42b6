import { castOf, createFill, shortTopic, type Sentence } from './fill.ts'
import { measure } from './measure.ts'
import type { Brief } from './read-brief.ts'
import { linesOf, sampleFor } from './sample.ts'
import { sentencesOf } from './sections.ts'

/** What says that a text is a sample: under a work a line, behind a text that is somebody's own a word. */
const marks = {
  zh: { work: '（以上为沙盒示例内容，并非真实模型的输出。）', own: '（沙盒示例）' },
  en: { work: '(Sandbox sample 沙盒示例: not the output of a real model.)', own: ' (sandbox sample 沙盒示例)' },
} as const

/** Where the last sentences begin to be chosen by their length, from how many, and how near is near enough. */
const lastStretch = 70
const choices = 10
const nearEnough = 4
const perParagraph = 4

/** Tells paragraphs as near to a length as they come; none of their sentences twice, and none that is written already. */
function createTell({ written }: Brief, more: Iterator<Sentence, undefined>, space: string) {
  const said = new Set<string>()
  const isNew = ({ text }: Sentence) => !said.has(text) && written?.includes(text) !== true
  const waiting: Sentence[] = []
  const fetch = (): void => {
    for (let next = more.next(); next.value !== undefined; next = more.next()) {
      if (isNew(next.value)) waiting.push(next.value)
      if (waiting.length >= choices) return
    }
  }
  /** As many sentences of the paragraphs as there is room for, all of those owed, then new ones up to it. */
  return (paragraphs: readonly Sentence[][], room: number, goesOn = true): string[] => {
    const owed = paragraphs.flat().filter(({ isOwed }) => isOwed)
    let left = room - owed.reduce((sum, { text }) => sum + measure(text), 0)
    const take = ({ text, isOwed }: Sentence): boolean => {
      if (!isOwed && (measure(text) > left || !isNew({ text, isOwed }))) return false
      if (!isOwed) left -= measure(text)
      return said.add(text).has(text)
    }
    const told = paragraphs.map((paragraph) => paragraph.filter(take))
    const enough = goesOn ? nearEnough : Infinity
    const miss = ({ text }: Sentence) => Math.abs(left - measure(text))
    for (let count = 0; left > enough; count += 1) {
      if (waiting.length < choices) fetch()
      const isLast = left < lastStretch
      const open = isLast ? [...paragraphs.flat(), ...waiting].filter(isNew) : waiting.slice(0, 1)
      const best = open.toSorted((one, other) => miss(one) - miss(other))[0]
      if (best === undefined || miss(best) >= left) break
      if (count === 0 || (count % perParagraph === 0 && !isLast)) told.push([])
      told.at(-1)?.push(best)
      left -= measure(best.text)
      said.add(best.text)
      if (waiting.includes(best)) waiting.splice(waiting.indexOf(best), 1)
    }
    return told.flatMap((one) => one.map(({ text }) => text).join(space) || [])
  }
}

/** Weaves what a person gave into the sample of their tool; two weavers of one brief and variation say the same. `before`: characters told by others. */
export function createWeaver(brief: Brief, variation: number, before = 0) {
  const sample = sampleFor(brief)
  const topic = shortTopic(brief)
  const named = brief.keywords.filter((word) => word.length >= 2)
  /** What the person named, then what else belongs to the subject. */
  const words = [...new Set([...named, ...(sample.words.length > 0 ? sample.words : [topic])])]
  const lists = { 词: named.length > 0 ? named : words.slice(0, 3), 人: castOf(brief) }
  const told = { 词: named.length > 1 ? named : words, 人: lists.人 }
  const fill = createFill(brief, lists, variation)
  const space = brief.language === 'en' ? ' ' : ''
  const phrase = (line: string, own = {}) => Array.from(fill(line, own), ({ text }) => text).join(space)
  /** The spare sentences, then each of their beginnings, up to the first comma, before each of the other endings, word by word. */
  function* supply(): Generator<Sentence, undefined> {
    const spare = linesOf(sample, '备用')
      .flatMap(sentencesOf)
      .map((sentence) => sentence.split(/(?<=[，,])(.*)/s))
    const count = spare.length
    const first = variation + Math.ceil((before * count) / Math.max(1, measure(spare.flat().join(''))))
    const turns = count * count * told.词.length * told.人.length
    for (let at = first; at < first + turns; at += 1) {
      const round = Math.floor(at / count)
      const turn = (at % count) + (round % count) + Math.floor(round / count)
      const own = { 词: told.词[turn % told.词.length] ?? topic, 人: told.人[turn % told.人.length] ?? topic }
      yield* fill((spare[at % count]?.[0] ?? '') + (spare[(at + round) % count]?.[1] ?? ''), own)
    }
  }
  const tell = createTell(brief, supply(), space)
  return { brief, variation, sample, topic, words, space, fill, phrase, tell, marks: marks[brief.language] }
}
export type Weaver = ReturnType<typeof createWeaver>
