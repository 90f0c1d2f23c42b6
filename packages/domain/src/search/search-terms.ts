import { foldText } from './fold-text.ts'

/** Beyond this a text is not searched: a tsvector holds at most 1 MB of terms (PostgreSQL 18, chapter 12.11). */
const searchedCharacters = 200_000
const mostTerms = 100_000
/** More pairs of a long phrase narrow nothing down: what the index finds is checked letter by letter. */
const mostQueryTerms = 24

/** Every character and every pair of neighbours of a folded text, each once; spaces are in none. */
export function termsOf(folded: string): string[] {
  const characters = Array.from(folded).slice(0, searchedCharacters)
  const terms = new Set<string>()
  characters.forEach((character, index) => {
    if (character === ' ' || terms.size >= mostTerms) return
    terms.add(character)
    const next = characters[index + 1]
    if (next !== undefined && next !== ' ') terms.add(character + next)
  })
  return [...terms]
}

/** The folded phrases of a query: words between spaces, and what stands in quotes as it stands; quotes around nothing are looked for. */
export function phrasesOf(query: string): string[] {
  const folded = foldText(query)
  const matches = folded.matchAll(/["“”]([^"“”]+)["“”]|[^\s"“”]+/gu)
  const phrases = Array.from(matches, ([all, quoted]) => (quoted ?? all).trim()).filter((phrase) => phrase !== '')
  return [...new Set(phrases.length > 0 ? phrases : folded.split(' ').filter((word) => word !== ''))]
}

/** The terms without which a text cannot hold the phrase. */
export function requiredTerms(phrase: string): string[] {
  const words = phrase.split(' ').filter((word) => word !== '')
  const terms = words.flatMap((word) => {
    const characters = Array.from(word)
    return characters.length === 1
      ? characters
      : characters.slice(0, -1).map((character, index) => character + (characters[index + 1] ?? ''))
  })
  return [...new Set(terms)].slice(0, mostQueryTerms)
}

/** Whose text it is, as a term: the index then never leaves one person's rows. */
export const ownerTerm = (userId: string) => `owner:${userId}`

/** A tsquery that asks for all terms of one of these lists, to be cast. Quoted, so that nothing a person types is an operator. */
export function anyOf(lists: readonly (readonly string[])[]): string {
  const quoted = (term: string) => `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
  return `(${lists.map((terms) => terms.map(quoted).join(' & ')).join(' | ')})`
}
