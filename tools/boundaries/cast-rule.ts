import { isTest } from './import-table.ts'
import { withoutComments } from './read-imports.ts'
import type { SourceFile, Violation } from './source-file.ts'

/** These may cast, and only what JSON.parse gives. */
const parsingEdges = [
  // A delta on its way to every viewer: the same file wrote the entry, and its place in the stream is hot.
  'packages/domain/src/generations/progress-stream.ts',
  // Read by every press; the same file wrote the text, under a key that names its version.
  'packages/domain/src/models/catalogue.ts',
  // The text was JSON a line above, and what is in it is for people to read.
  'packages/domain/src/models/audit-model.ts',
]
const parsedCast = /\bJSON\.parse\([^\n]*?\) as [\w.[\]]+/g

/** `a as b` in an import or export clause renames; in a quoted text it is English. */
const renaming = /\b(?:import|export)\s+(?:type\s+)?(?:\w+\s*,\s*)?(?:\{[^}]*\}|\*\s+as\s+\w+)/g
const quoted = /(?<![\w)])(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/g
const cast = /[\w$)\]}>'"`]\s+as\s+(?!const\b)([\w({['"`][^\n]*)/

/** What a row holds is read by `stored.ts`, which says so when it is something else; a cast would carry it on under a false name. */
export function checkCasts(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ workspace, path }) => workspace === 'domain' && !isTest(path))
    .flatMap(({ path, text }) => {
      const code = withoutComments(text).replace(renaming, '').replace(quoted, "''")
      const match = cast.exec(parsingEdges.includes(path) ? code.replace(parsedCast, '') : code)
      return match ? [{ rule: 'cast', path, detail: `as ${match[1]}` }] : []
    })
}
