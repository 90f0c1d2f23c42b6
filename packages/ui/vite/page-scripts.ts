/** A file of the build, and what belongs to it. */
export interface BuiltChunk {
  file: string
  isEntry: boolean
  /** Absolute paths of the sources in it. */
  modules: readonly string[]
  /** Files that the browser loads with it. */
  imports: readonly string[]
  gzipBytes: number
}

export interface PageBudget {
  page: string
  /** What the settled page has loaded beside the app's entry: ends of paths, such as `shell/app-shell.tsx`. */
  modules: readonly string[]
  /** It loads one of these too, and the heaviest counts: absolute paths. */
  oneOf?: readonly string[]
  maxGzipBytes: number
}

export interface PageScripts {
  page: string
  files: string[]
  gzipBytes: number
  maxGzipBytes: number
}

/**
 * The scripts of a settled page, as far as the build knows: what static imports reach from its modules.
 * @throws Error when a module is in no chunk: a file that moved must not make a page look light
 */
export function pageScripts(chunks: readonly BuiltChunk[], budget: PageBudget): PageScripts {
  const byFile = new Map(chunks.map((chunk) => [chunk.file, chunk]))
  const roots = [
    ...chunks.filter(({ isEntry }) => isEntry),
    ...budget.modules.map((module) => chunkOf(chunks, `/${module}`, budget.page)),
  ]
  const choices = budget.oneOf?.map((module) => [...roots, chunkOf(chunks, module, budget.page)]) ?? [roots]
  const weighed = choices.map((choice) => {
    const reached = reach(byFile, choice)
    return { files: reached.map(({ file }) => file), gzipBytes: sum(reached.map(({ gzipBytes }) => gzipBytes)) }
  })
  const [heaviest] = weighed.toSorted((left, right) => right.gzipBytes - left.gzipBytes)
  if (!heaviest) throw new Error(`${budget.page}: nothing to choose from`)
  return { page: budget.page, ...heaviest, maxGzipBytes: budget.maxGzipBytes }
}

function chunkOf(chunks: readonly BuiltChunk[], end: string, page: string): BuiltChunk {
  const found = chunks.find(({ modules }) => modules.some((module) => module.endsWith(end)))
  if (!found) throw new Error(`${page}: no chunk of the build holds ${end}`)
  return found
}

function reach(byFile: ReadonlyMap<string, BuiltChunk>, roots: readonly BuiltChunk[]): BuiltChunk[] {
  const reached = new Set(roots)
  for (const chunk of reached) {
    for (const file of chunk.imports) {
      const imported = byFile.get(file)
      if (imported) reached.add(imported)
    }
  }
  return [...reached]
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
