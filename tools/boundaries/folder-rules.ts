import { resolvePath } from './direction-rules.ts'
import { isTest } from './import-table.ts'
import type { SourceFile, Violation } from './source-file.ts'

/**
 * Cycles between the folders of a package, types included: rooms that need each other are one, or hide a third. Folders are compared
 * where two paths part, so a folder and what lies in it count as one; a file beside folders is none.
 */
export function checkFolderCycles(files: readonly SourceFile[]): Violation[] {
  const edges = new Map<string, Map<string, string>>()
  for (const { path, imports } of files) {
    if (isTest(path)) continue
    for (const { specifier } of imports) {
      const parted = specifier.startsWith('.') ? partingFolders(path, resolvePath(path, specifier)) : null
      if (!parted) continue
      const from = edges.get(parted.from) ?? new Map<string, string>()
      edges.set(parted.from, from.set(parted.to, path))
    }
  }
  return [...edges].flatMap(([folder, next]) =>
    [...next]
      .filter(([other]) => reaches(edges, other, folder))
      .map(([other, path]) => ({ rule: 'folder-cycle', path, detail: `${folder} ⇄ ${other}` })),
  )
}

/** The two folders in which a file and what it imports lie, seen from the folder that holds both; null where one of them is a file there. */
function partingFolders(path: string, imported: string): { from: string; to: string } | null {
  const [left, right] = [path.split('/'), imported.split('/')]
  let depth = 0
  while (left[depth] === right[depth]) depth += 1
  if (depth >= left.length - 1 || depth >= right.length - 1) return null
  const folder = (parts: string[]) => parts.slice(0, depth + 1).join('/')
  return { from: folder(left), to: folder(right) }
}

function reaches(edges: ReadonlyMap<string, ReadonlyMap<string, string>>, from: string, to: string): boolean {
  const seen = new Set<string>()
  const waiting = [from]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === to) return true
    if (seen.has(at)) continue
    seen.add(at)
    waiting.push(...(edges.get(at)?.keys() ?? []))
  }
  return false
}
