import type { VisibleText } from '../../visible-text.ts'
import type { Fix, Hit } from '../rule.ts'
import { foldText } from './fold.ts'
import type { FoldedText } from './fold.ts'

export interface TermSet {
  /** Each with the flags `gu`. */
  terms: readonly RegExp[]
  /** Collocations in which a term says something else: a term within one of them is none. */
  safe: readonly RegExp[]
}

export interface Span {
  from: number
  to: number
}

const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }))

/** Terms in a folded text, as spans of the text as it was written. Of terms within each other the longest. */
export function findSpans(folded: FoldedText, { terms, safe }: TermSet): Span[] {
  const found = inOrder(terms.flatMap((pattern) => spansOf(folded.text, pattern)))
  if (found.length === 0) return []
  const harmless = inOrder(safe.flatMap((pattern) => spansOf(folded.text, pattern)))
  return withoutInner(found, harmless).map(({ from, to }) => ({
    from: Number(folded.at[from]),
    to: endOf(folded, to),
  }))
}

const inOrder = (spans: Span[]) => spans.toSorted((one, other) => one.from - other.from || other.to - one.to)

/** In one walk over both, each in its order: a span is within another if one that began before it ends no sooner. */
function withoutInner(found: readonly Span[], harmless: readonly Span[]): Span[] {
  let [next, safeTo, foundTo] = [0, -1, -1]
  return found.filter(({ from, to }) => {
    for (let other = harmless[next]; other && other.from <= from; other = harmless[next]) {
      safeTo = Math.max(safeTo, other.to)
      next += 1
    }
    const isWithin = to <= safeTo || to <= foundTo
    if (!isWithin) foundTo = to
    return !isWithin
  })
}

/** Behind the last character, which may have been written as two units. */
const endOf = ({ at }: FoldedText, to: number) => Number(at[to])

const around = 8

/** Six rules and more read the same texts. */
const folds = new WeakMap<VisibleText, FoldedText>()

function foldOf(visible: VisibleText): FoldedText {
  const folded = folds.get(visible) ?? foldText(visible.text)
  folds.set(visible, folded)
  return folded
}

/** One hit for each different term in each field, with all the places where it stands. */
export function termHits(
  texts: readonly VisibleText[],
  find: (folded: FoldedText) => readonly Span[],
  fixOf: (term: string, text: VisibleText) => Fix | null,
): Hit[] {
  return texts.flatMap((visible) => {
    const { field, item, text } = visible
    const byTerm = new Map<string, Hit['found'][number][]>()
    for (const { from, to } of find(foldOf(visible))) {
      const term = text.slice(from, to)
      const excerpt = text.slice(Math.max(0, from - around), to + around).replaceAll(/\s+/gu, ' ')
      const places = byTerm.get(term) ?? []
      places.push({ term, excerpt: whole(excerpt), at: from })
      byTerm.set(term, places)
    }
    return [...byTerm].map(([term, found]) => ({
      field,
      item,
      measured: found.length,
      limit: 0,
      found,
      fix: fixOf(term, visible),
    }))
  })
}

/** Without halves of characters at its ends. */
const whole = (excerpt: string) => excerpt.replaceAll(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')

export const noFix = (): null => null
