import type { Random } from '../../core/random.ts'
import { measure } from './measure.ts'
import { sentencesOf, type Sample } from './sample.ts'

/** Say a thing once more from another side, when a long text has used up its sample. */
const turns = {
  zh: ['换个角度看，', '说得再具体些，', '回到实处，', '往长远看，', '从另一面说，', '归结起来，', '还要看到，'],
  en: ['Seen from another side, ', 'To be more concrete: ', 'In the long run, ', 'Put differently: ', 'Besides, '],
}
/** What two sentences can still fill. */
const shortestRest = { zh: 60, en: 34 }
const choices = 40

interface Source {
  sample: Sample
  language: 'zh' | 'en'
  random: Random
  words: readonly string[]
  fill(pattern: string): string | null
  /** Text whose sentences are not to be said again. */
  avoid: string
}

/** All that the sample can say beside its sections, in an order of this variation, word by word. */
function* supply({ sample, language, random, words, fill }: Source): Generator<string> {
  const told = sample.isPlain ? sample.sections.flatMap(({ sentences }) => sentences) : []
  const again = told.filter((sentence) => sentence.includes('{'))
  const patterns = random.shuffle([...(sample.lines['more'] ?? ['{题}。']).flatMap(sentencesOf), ...again])
  const leads = sample.lines['turns']?.[0]?.split('、') ?? turns[language]
  const rounds = Math.max(3, words.length)
  for (let round = 0; round < rounds * leads.length; round += 1) {
    const lead = round < rounds ? '' : (leads[Math.floor(round / rounds) % leads.length] ?? '')
    for (const [at, pattern] of patterns.entries()) {
      const sentence = fill(pattern.replaceAll('{词}', words[(at + round) % words.length] ?? '{题}'))
      if (sentence !== null) yield lead + sentence
    }
  }
}

/** The same pattern with another word: next to each other they would be a tic. */
const areAlike = (one: string, other: string) =>
  one.slice(-8) === other.slice(-8) || one.slice(0, 6) === other.slice(0, 6)

/** The one or two sentences that come nearest to a length. */
function nearest(sentences: readonly string[], room: number): string[] {
  const lengths = sentences.map(measure)
  let best: { chosen: string[]; miss: number } = { chosen: [], miss: Math.abs(room) }
  const offer = (length: number, chosen: readonly (string | undefined)[]) => {
    const miss = Math.abs(room - length)
    if (miss < best.miss) best = { chosen: chosen.filter((sentence) => sentence !== undefined), miss }
  }
  for (const [at, one] of sentences.entries()) {
    offer(lengths[at] ?? 0, [one])
    for (let next = at + 1; next < sentences.length; next += 1) {
      const other = sentences[next]
      if (other !== undefined && !areAlike(one, other)) offer((lengths[at] ?? 0) + (lengths[next] ?? 0), [one, other])
    }
  }
  return best.chosen
}

/** New sentences of a source, those given first, as near to a length as they come; none is said twice. */
export function createTake(source: Source): (room: number, first?: readonly string[]) => string[] {
  const more = supply(source)
  const said = new Set<string>()
  const isNew = (sentence: string | null): sentence is string =>
    sentence !== null && !said.has(sentence) && !source.avoid.includes(sentence)
  let waiting: string[] = []
  const draw = (): string | undefined => {
    for (;;) {
      const next = waiting.shift() ?? more.next().value
      if (next === undefined || isNew(next)) return next
    }
  }
  return (room, first = []) => {
    const own = first.map(source.fill).filter(isNew)
    const taken: string[] = []
    let left = room
    const say = (sentence: string) => {
      taken.push(sentence)
      said.add(sentence)
      left -= measure(sentence)
    }
    while (left > shortestRest[source.language]) {
      const next = own.shift() ?? draw()
      if (next === undefined) return taken
      say(next)
    }
    const drawn = Array.from({ length: choices }, draw).filter((sentence) => sentence !== undefined)
    const fresh = [...own, ...drawn].filter((sentence) => taken.every((earlier) => !areAlike(earlier, sentence)))
    nearest(fresh.length > 2 ? fresh : drawn, left).forEach(say)
    waiting = [...drawn, ...waiting]
    return taken
  }
}
