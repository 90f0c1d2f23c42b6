import { seededRandom } from '../../core/random.ts'
import { createFill, shortTopic, type Sentence } from './fill.ts'
import { measure } from './measure.ts'
import type { Brief } from './read-brief.ts'
import { sampleFor } from './sample.ts'
import { sentencesOf } from './sections.ts'

const sampleLines = {
  zh: '（以上为沙盒示例内容，并非真实模型的输出。）',
  en: '(Sandbox sample 沙盒示例: not the output of a real model.)',
} as const
export const sampleLineOf = ({ language }: Brief) => sampleLines[language]

/** What two sentences can still fill, how near is near enough, and how many paragraphs are looked at for the last sentences. */
const shortestRest = { zh: 60, en: 34 }
const nearEnough = 4
const choices = 12
const perParagraph = 3

/** Says paragraphs as near to a length as they come; none of their sentences twice, and none that is written already. */
function createSay({ language, written }: Brief, more: Iterator<Sentence[], undefined>, space: string) {
  const said = new Set<string>()
  const isNew = ({ text }: Sentence) => !said.has(text) && written?.includes(text) !== true
  const textsOf = (told: Sentence[][]) => told.flatMap((one) => one.map(({ text }) => text).join(space) || [])
  let waiting: Sentence[][] = []
  const next = (): Sentence[] | undefined => waiting.shift() ?? more.next().value
  /** As many sentences of the paragraphs as there is room for, all of those owed, then new ones up to it. */
  return (paragraphs: readonly Sentence[][], room: number, goesOn = true): string[] => {
    const owed = paragraphs.flat().filter(({ isOwed }) => isOwed)
    let left = room - owed.reduce((sum, { text }) => sum + measure(text), 0)
    const take = (sentence: Sentence): boolean => {
      if (!sentence.isOwed && (measure(sentence.text) > left || !isNew(sentence))) return false
      if (!sentence.isOwed) left -= measure(sentence.text)
      return said.add(sentence.text).has(sentence.text)
    }
    const told = paragraphs.map((paragraph) => paragraph.filter(take))
    if (!goesOn) return textsOf(told)
    while (left > shortestRest[language]) {
      const paragraph = next()
      if (paragraph === undefined) break
      told.push(paragraph.filter(take))
    }
    waiting = Array.from({ length: choices }, next).filter((paragraph) => paragraph !== undefined)
    const miss = ({ text }: Sentence) => Math.abs(left - measure(text))
    // The same sentence about another word, next to itself, would be a tic.
    const isTic = ({ text }: Sentence) => told.flat().some((earlier) => earlier.text.slice(-6) === text.slice(-6))
    while (left > nearEnough) {
      const open = [...paragraphs, ...waiting].flat().filter((sentence) => isNew(sentence) && !isTic(sentence))
      const [best] = open.toSorted((one, other) => miss(one) - miss(other))
      if (best === undefined || miss(best) >= left) break
      if (told.at(-1)?.every(({ isOwed }) => !isOwed) !== true) told.push([])
      told.at(-1)?.push(best)
      left -= measure(best.text)
      said.add(best.text)
    }
    return textsOf(told)
  }
}

/** Weaves what a person gave into the sample of their tool. Two weavers of one brief and variation say the same. */
export function createWeaver(brief: Brief, variation: number) {
  const sample = sampleFor(brief)
  const random = seededRandom(`${variation}|${brief.topic}`)
  const named = brief.keywords.filter((word) => word.length >= 2)
  const topic = shortTopic(brief)
  /** What the person named, then what else belongs to the subject. */
  const words = [...new Set([...named, ...(sample.words.length > 0 ? sample.words : [topic])])]
  const fill = createFill(brief, named.length > 0 ? named : words.slice(0, 3), random.between(0, 9))
  const space = brief.language === 'en' ? ' ' : ''
  const phrase = (line: string, own = {}) => Array.from(fill(line, own), ({ text }) => text).join(space)
  /** All that the sample can say beside its body, in an order of this variation, word by word; then the same led in anew. */
  function* supply(): Generator<Sentence[], undefined> {
    const sentences = [...(sample.sections.get('备用') ?? []).flatMap(sentencesOf).entries()]
    const rounds = Math.max(3, words.length)
    for (let round = 0; round < rounds * (1 + sample.turns.length); round += 1) {
      const told = random.shuffle(sentences).map(([at, sentence]) => {
        const lead = round < rounds ? '' : (sample.turns[(at + Math.floor(round / rounds)) % sample.turns.length] ?? '')
        return fill(lead + sentence, { 词: words[(at + round) % words.length] ?? topic })
      })
      for (let at = 0; at < told.length; at += perParagraph) yield told.slice(at, at + perParagraph).flat()
    }
  }
  return { brief, sample, random, topic, words, space, fill, phrase, say: createSay(brief, supply(), space) }
}
export type Weaver = ReturnType<typeof createWeaver>
