/** What the number after the colon means: `rate-limit:2`, `cut:5`, `slow-tokens:300`. */
export type FaultArgument = 'times' | 'afterChunks' | 'delayMs' | 'variant' | 'none'

export interface FaultEntry {
  name: string
  argument: FaultArgument
  /** Heading it stands under on the control page. */
  group: string
  title: string
  detail: string
  aliases?: readonly string[]
  /** A queued one may carry `delayMs` whatever its argument is. */
  takesDelay?: true
  /** What `afterChunks` is when nobody says; 3 where left out. */
  defaultChunks?: number | null
}

/** A fault with what each vendor answers. */
export interface CatalogueEntry extends FaultEntry {
  answers: { vendor: string; answer: string }[]
}

export interface FaultCatalogue {
  entries: readonly CatalogueEntry[]
  /** By name or alias; accepts underscores for hyphens, as vendors' own words use them (network_error). */
  find(text: string): CatalogueEntry | null
}

interface Source {
  key: string
  name: string
  faults: readonly (FaultEntry & { answer: string | null })[]
}

function compose(sources: readonly Source[]): Map<string, CatalogueEntry> {
  const byName = new Map<string, CatalogueEntry>()
  for (const source of sources) {
    for (const { answer, ...entry } of source.faults) {
      const known = byName.get(entry.name) ?? { ...entry, answers: [] }
      if (known.argument !== entry.argument) throw new Error(`${source.key} reads ${entry.name}'s number differently`)
      if (answer !== null) known.answers.push({ vendor: source.name, answer })
      byName.set(entry.name, known)
    }
  }
  return byName
}

/** Every fault that some plug can produce; one that several produce is listed once, with each one's answer. */
export function composeCatalogue(sources: readonly Source[]): FaultCatalogue {
  const byName = compose(sources)
  const entries = [...byName.values()]
  const aliases = new Map(entries.flatMap((entry) => (entry.aliases ?? []).map((alias) => [alias, entry] as const)))
  return {
    entries,
    find(text) {
      const name = text.trim().toLowerCase().replaceAll('_', '-')
      return byName.get(name) ?? aliases.get(name) ?? null
    },
  }
}
