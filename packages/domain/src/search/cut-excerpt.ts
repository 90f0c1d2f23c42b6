import { filler } from './fold-text.ts'

/** A piece of a text, and where in it the words stand that were looked for, in UTF-16 units. */
export interface Excerpt {
  excerpt: string
  matches: { start: number; end: number }[]
}

/** Out of a piece of the folded text and the same piece as it is shown, slot for slot (`alignText`). */
export function cutExcerpt(piece: { folded: string; shown: string }, phrases: readonly string[]): Excerpt {
  const found = foundSlots(piece.folded, phrases)
  const cut: Excerpt = { excerpt: '', matches: [] }
  for (const { character, slots } of charactersOf(piece.shown)) {
    const start = cut.excerpt.length
    cut.excerpt += character
    if (!slots.some((slot) => found.has(slot))) continue
    const last = cut.matches.at(-1)
    if (last?.end === start) last.end = cut.excerpt.length
    else cut.matches.push({ start, end: cut.excerpt.length })
  }
  return cut
}

function foundSlots(folded: string, phrases: readonly string[]): Set<number> {
  const found = new Set<number>()
  for (const phrase of phrases) {
    const length = Array.from(phrase).length
    for (let at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + phrase.length)) {
      const first = Array.from(folded.slice(0, at)).length
      for (let slot = first; slot < first + length; slot += 1) found.add(slot)
    }
  }
  return found
}

/** Each character with the slots that it fills; what a cut has left of one before the first is left out. */
function charactersOf(shown: string): { character: string; slots: number[] }[] {
  const characters: { character: string; slots: number[] }[] = []
  Array.from(shown).forEach((character, slot) => {
    if (character === filler) characters.at(-1)?.slots.push(slot)
    else characters.push({ character, slots: [slot] })
  })
  return characters
}
