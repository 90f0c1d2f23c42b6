import type { PlatformKey } from '../../platforms.ts'
import type { VisibleText } from '../../visible-text.ts'
import type { Hit, RuleResult, RuleSource, Severity } from '../rule.ts'
import { foldText } from './fold.ts'
import { noFix, termHits } from './find-terms.ts'

export interface ListedTerm {
  term: string
  severity: Severity
  /** Left out: on all of them. */
  platforms?: readonly PlatformKey[]
  /** Collocations in which it is harmless. */
  safe?: readonly string[]
}

/** The operators' own words. The product brings none: what may not be said is theirs to judge. */
export interface WordList {
  /** Names this state of the list; it stands in every report. */
  version: string
  updatedOn: string
  terms: readonly ListedTerm[]
}

interface Node {
  next: Map<string, Node>
  ends: ListedTerm[]
}

/** Made once for a list and kept as long as the list itself. */
const tries = new WeakMap<WordList, Node>()

function trieOf(list: WordList): Node {
  const known = tries.get(list)
  if (known) return known
  const root: Node = { next: new Map(), ends: [] }
  for (const listed of list.terms) {
    const folded = foldText(listed.term).text.trim()
    if (folded === '') continue
    let node = root
    for (let at = 0; at < folded.length; at += 1) {
      const unit = folded.charAt(at)
      const next = node.next.get(unit) ?? { next: new Map<string, Node>(), ends: [] }
      node.next.set(unit, next)
      node = next
    }
    node.ends.push(listed)
  }
  tries.set(list, root)
  return root
}

interface Found {
  listed: ListedTerm
  from: number
  to: number
}

/** Every listed term at every place, overlapping ones too. */
function findListed(text: string, root: Node): Found[] {
  const found: Found[] = []
  for (let from = 0; from < text.length; from += 1) {
    let node = root.next.get(text.charAt(from))
    for (let to = from + 1; node; to += 1) {
      for (const listed of node.ends) if (!isSafe(text, listed, from, to)) found.push({ listed, from, to })
      node = node.next.get(text.charAt(to))
    }
  }
  return found
}

function isSafe(text: string, { safe = [] }: ListedTerm, from: number, to: number): boolean {
  return safe.some((collocation) => {
    const folded = foldText(collocation).text
    return text.slice(Math.max(0, to - folded.length), from + folded.length).includes(folded)
  })
}

export function listedResults(texts: readonly VisibleText[], list: WordList, platform: PlatformKey): RuleResult[] {
  const root = trieOf(list)
  const source: RuleSource = { kind: 'ours', name: `词表 ${list.version}`, checkedOn: list.updatedOn }
  return (['block', 'warn', 'info'] as const).flatMap((severity) => {
    const meant = ({ listed }: Found) => listed.severity === severity && listed.platforms?.includes(platform) !== false
    const hits: Hit[] = termHits(
      texts,
      ({ text, at }) =>
        findListed(text, root)
          .filter(meant)
          .map(({ from, to }) => ({ from: Number(at[from]), to: Number(at[to]) })),
      noFix,
    )
    return hits.map((hit) => ({
      ...hit,
      code: `word_list.${severity}`,
      severity,
      platform,
      unit: 'occurrences' as const,
      source,
      wording: { zh: '运营词表里的词', en: 'A word of the operators’ list' },
    }))
  })
}
