import type { Random } from '../../core/random.ts'
import type { Brief } from './brief.ts'
import type { Phrasebook, Role } from './phrasebook.ts'

/** Speaks filled-in sentences for one brief; patterns do not return until their role has run out of them. */
export interface Voice {
  book: Phrasebook
  random: Random
  topic: string
  keywords: readonly string[]
  say(role: Role): string
  /** A sentence of at most so many characters; cut when no pattern is that short. */
  sayWithin(role: Role, maxChars: number): string
  /** The best of many sentences for a remaining length. */
  sayNear(rolesInOrder: readonly Role[], length: number, lengthOf: (text: string) => number): string
}

/** A topic as a noun: without question words, quotes and trailing marks, short enough to sit inside a sentence. */
export function shortTopic(topic: string, fallback: string): string {
  const clean =
    topic
      .replaceAll(/[《》「」“”"']/g, '')
      .split(/[，。！？：；,!?;:\n]/, 1)[0]
      ?.trim() ?? ''
  const noun = clean.replace(/^(?:如何|怎么样?|怎样|为什么|为何|怎么才能)(?=.{2})/, '')
  const short = /\p{Script=Han}/u.test(noun) ? Array.from(noun).slice(0, 18).join('') : noun.slice(0, 60)
  if (short === '') return fallback
  // 在「在家做手冲咖啡」里 reads; 在在家做手冲咖啡里 does not.
  return /^[在把对用从给让被为与和]|如何|怎么|怎样|为什么/.test(short) ? `「${short}」` : short
}

/** Words of the topic that can stand in for keywords. */
function wordsOf(topic: string): string[] {
  const segments = new Intl.Segmenter('zh', { granularity: 'word' }).segment(topic)
  return [...segments]
    .filter((part) => part.isWordLike === true && part.segment.length >= 2)
    .map((part) => part.segment)
}

function keywordsOf(brief: Brief, book: Phrasebook, topic: string): string[] {
  const own = brief.keywords.length > 0 ? brief.keywords : wordsOf(topic).slice(0, 4)
  return own.length >= 2 ? own : [...new Set([...own, ...book.fallbackKeywords])]
}

function slotFiller(brief: Brief, book: Phrasebook, random: Random, topic: string, keywords: readonly string[]) {
  // Round robin, so that every keyword appears.
  let turn = random.between(0, keywords.length - 1)
  const reader = brief.audience ?? book.fallbackReader
  return (pattern: string): string => {
    const word = keywords[turn % keywords.length] ?? topic
    const word2 = keywords[(turn + 1) % keywords.length] ?? topic
    const named: Record<string, string> = {
      [book.slots.topic]: topic,
      [book.slots.word]: word,
      [book.slots.word2]: word2,
      [book.slots.reader]: reader,
    }
    if (pattern.includes(`{${book.slots.word}}`)) turn += 1
    const filled = pattern.replaceAll(/\{([^{}]+)\}/g, (whole, slot: string) => {
      const fillers = book.fillers[slot]
      return named[slot] ?? (fillers === undefined ? whole : random.pick(fillers))
    })
    return /^[a-z]/.test(filled) ? filled.charAt(0).toUpperCase() + filled.slice(1) : filled
  }
}

function createDecks(book: Phrasebook, random: Random) {
  const decks = new Map<Role, string[]>()
  return (role: Role): string => {
    const deck = decks.get(role) ?? []
    if (deck.length === 0) deck.push(...random.shuffle(book.patterns[role]))
    decks.set(role, deck)
    return deck.pop() ?? ''
  }
}

const triesForNew = 8
const triesForLength = 24

/** @param avoid text whose sentences must not be said again */
export function createVoice(brief: Brief, book: Phrasebook, random: Random, avoid = ''): Voice {
  const topic = shortTopic(brief.topic, book.fallbackTopic)
  const keywords = keywordsOf(brief, book, topic)
  const fill = slotFiller(brief, book, random, topic, keywords)
  const draw = createDecks(book, random)
  const said = new Set<string>()
  const say = (role: Role): string => {
    let sentence = fill(draw(role))
    for (let tries = 0; tries < triesForNew && (said.has(sentence) || avoid.includes(sentence)); tries += 1) {
      sentence = fill(draw(role))
    }
    said.add(sentence)
    return sentence
  }
  const sayNear: Voice['sayNear'] = (rolesInOrder, length, lengthOf) => {
    let best = { sentence: '', miss: Number.POSITIVE_INFINITY }
    for (const role of rolesInOrder) {
      for (let tries = 0; tries < triesForLength; tries += 1) {
        const sentence = say(role)
        const miss = Math.abs(length - lengthOf(sentence))
        if (miss < best.miss) best = { sentence, miss }
        if (miss <= 2) return sentence
      }
    }
    return best.sentence
  }
  const sayWithin: Voice['sayWithin'] = (role, maxChars) => {
    let sentence = say(role)
    for (let tries = 0; tries < triesForLength && Array.from(sentence).length > maxChars; tries += 1)
      sentence = say(role)
    return Array.from(sentence).slice(0, maxChars).join('')
  }
  return { book, random, topic, keywords, say, sayWithin, sayNear }
}
