import { from as regions } from 'opencc-js/preset/t2cn'
import { foldText } from './fold-text.ts'

/** A phrase with many such words is looked for in this many ways; the first is how it was asked for. */
const mostSpellings = 12

/**
 * The ways in which Taiwan and the mainland write a folded phrase: 软体 and 软件, 网路 and 网络. The index keeps what is written, so that each
 * part of a text is found in it, and each way is asked for.
 */
export function spellingsOf(phrase: string): string[] {
  let spellings = ['']
  for (let rest = phrase; rest !== '';) {
    const word = longestWord(rest) ?? String.fromCodePoint(rest.codePointAt(0) ?? 0)
    const ways = [word, ...(dictionary().words.get(word) ?? [])]
    spellings = ways.flatMap((way) => spellings.map((spelling) => spelling + way)).slice(0, mostSpellings)
    rest = rest.slice(word.length)
  }
  return [...new Set(spellings)]
}

function longestWord(text: string): string | undefined {
  const { words, longest } = dictionary()
  for (let length = Math.min(longest, text.length); length > 1; length -= 1) {
    if (words.has(text.slice(0, length))) return text.slice(0, length)
  }
  return undefined
}

interface Dictionary {
  words: Map<string, Set<string>>
  /** Letters of the longest word. */
  longest: number
}

let known: Dictionary | undefined

/** Each word of OpenCC's list, with those that stand for it on the other side; one that both sides write alike stands for itself alone. */
function dictionary(): Dictionary {
  if (known) return known
  const words = new Map<string, Set<string>>()
  const list = regions['twp']?.[0]?.[0]
  for (const pair of typeof list === 'string' ? list.split('|') : []) {
    const [taiwan = '', mainland = ''] = pair.split(' ').map(foldText)
    words.set(taiwan, (words.get(taiwan) ?? new Set()).add(mainland))
    words.set(mainland, (words.get(mainland) ?? new Set()).add(taiwan))
  }
  known = { words, longest: Math.max(...Array.from(words.keys(), ({ length }) => length)) }
  return known
}
