import { resolvePath } from './direction-rules.ts'
import { isTest } from './import-table.ts'
import type { ImportLine } from './read-imports.ts'
import { ownModule } from './source-file.ts'
import type { SourceFile, Violation } from './source-file.ts'

/** Cycles between workspaces, types included; test files may look back at who uses them. */
export function checkCycles(files: readonly SourceFile[]): Violation[] {
  const edges = new Map<string, Set<string>>()
  for (const file of files) {
    if (/\.test\.tsx?$/.test(file.path)) continue
    for (const { specifier } of file.imports) {
      const other = ownModule(specifier)?.workspace
      if (other !== undefined && other !== file.workspace) edgesOf(edges, file.workspace).add(other)
    }
  }
  return [...edges.keys()]
    .filter((workspace) => reachable(workspace, (at) => [...(edges.get(at) ?? [])]).has(workspace))
    .map((workspace) => ({ rule: 'cycle', path: workspace, detail: 'imports itself by way of others' }))
}

function edgesOf(edges: Map<string, Set<string>>, workspace: string): Set<string> {
  const present = edges.get(workspace) ?? new Set<string>()
  edges.set(workspace, present)
  return present
}

/** Cycles between the files of a package, types included: two files that need each other are one, or hide a third. */
export function checkFileCycles(files: readonly SourceFile[]): Violation[] {
  const next = relativeImports(files.filter(({ path }) => !isTest(path)))
  return files
    .filter(({ path }) => reachable(path, next).has(path))
    .map(({ path }) => ({ rule: 'file-cycle', path, detail: 'imports itself by way of others' }))
}

const bundleEntry = 'packages/workflows/src/index.ts'
const isStarter = (path: string) => /^packages\/workflows\/src\/(?:[\w-]+-)?client\.ts$/.test(path)

/** Whatever the bundle entry reaches runs in the workflow sandbox, where a client has no place. */
export function checkBundleEntry(files: readonly SourceFile[]): Violation[] {
  const next = relativeImports(files, ({ isType }) => !isType)
  return [...reachable(bundleEntry, next)]
    .filter(isStarter)
    .map((starter) => ({ rule: 'bundle-entry', path: bundleEntry, detail: `reaches ${starter}` }))
}

/** What a file names by a relative path, as paths. */
function relativeImports(files: readonly SourceFile[], counts: (line: ImportLine) => boolean = () => true) {
  const byPath = new Map(files.map((file) => [file.path, file]))
  return (path: string) =>
    (byPath.get(path)?.imports ?? [])
      .filter((line) => counts(line) && line.specifier.startsWith('.'))
      .map(({ specifier }) => resolvePath(path, specifier))
}

/** Everything that can be reached in one step or more. */
function reachable(start: string, next: (at: string) => readonly string[]): Set<string> {
  const seen = new Set<string>()
  const waiting = [...next(start)]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    waiting.push(...next(at))
  }
  return seen
}
