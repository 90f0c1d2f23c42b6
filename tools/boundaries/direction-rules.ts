import {
  bannedPackages,
  compositionRoots,
  contractsMayImport,
  importTable,
  isCompositionRoot,
  isTest,
} from './import-table.ts'
import { ownModule } from './source-file.ts'
import type { SourceFile, Violation } from './source-file.ts'

const pageWorkspaces = ['web', 'admin', 'ui']
const answerModule = /^@mozhou\/contracts\/(?:.*[/-])?answers?$/

/** Imports of other workspaces against the table. */
export function checkDirections(files: readonly SourceFile[]): Violation[] {
  return files.flatMap((file) => {
    if (!importTable[file.workspace])
      return [violation(file, `workspace ${file.workspace} has no row in the import table`)]
    return file.imports
      .filter((line) => !mayImport(file, line))
      .map((line) => violation(file, `${line.isType ? 'type of ' : ''}${line.specifier}`))
  })
}

function mayImport(file: SourceFile, line: SourceFile['imports'][number]): boolean {
  const own = ownModule(line.specifier)
  if (!own) return true
  // A package reaches its own built files by name; its sources by relative paths.
  if (own.workspace === file.workspace) return false
  const reaches = (importTable[file.workspace] ?? []).filter((reach) => reach.to === own.workspace)
  const isListed = reaches.some(
    (reach) => (line.isType || !reach.typesOnly) && (reach.modules?.includes(own.module) ?? true),
  )
  return isListed || (isCompositionRoot(file.path) && isRootOf(file.workspace, own.workspace))
}

function isRootOf(workspace: string, other: string): boolean {
  return compositionRoots[workspace]?.includes(other) ?? false
}

/** npm packages that a layer must not meet. */
export function checkBannedPackages(files: readonly SourceFile[]): Violation[] {
  return files.flatMap((file) =>
    file.imports
      .filter(({ specifier, isType }) => isBanned(file, specifier, isType))
      .map(({ specifier }) => ({ rule: 'banned-package', path: file.path, detail: specifier })),
  )
}

function isBanned(file: SourceFile, specifier: string, isType: boolean): boolean {
  // Tests, and the bundler's own settings, run in Node whatever they are about.
  if (isTest(file.path) || file.path.includes('/vite/')) return false
  if (file.workspace === 'contracts' && !specifier.startsWith('.')) return !contractsMayImport.includes(specifier)
  const banned = bannedPackages[file.workspace]?.some((pattern) => pattern.test(specifier)) ?? false
  return banned && !(isType && specifier.startsWith('node:'))
}

/** Schemas of answers are for the API and its document: pages take their types, and load no schema to show what it says. */
export function checkAnswerSchemas(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ workspace, path }) => pageWorkspaces.includes(workspace) && !isTest(path))
    .flatMap((file) =>
      file.imports
        .filter(({ specifier, isType }) => !isType && answerModule.test(specifier))
        .map(({ specifier }) => ({ rule: 'answer-schema', path: file.path, detail: specifier })),
    )
}

/** A relative path that climbs out of its package goes around the exports map. */
export function checkRelativePaths(files: readonly SourceFile[]): Violation[] {
  return files.flatMap((file) => {
    const home = file.path.split('/').slice(0, 2).join('/')
    return file.imports
      .filter(({ specifier }) => specifier.startsWith('.'))
      .filter(({ specifier }) => !`${resolvePath(file.path, specifier)}/`.startsWith(`${home}/`))
      .map(({ specifier }) => ({ rule: 'relative-path', path: file.path, detail: specifier }))
  })
}

/** `packages/a/src/b.ts` and `../c.ts` → `packages/a/c.ts`. */
export function resolvePath(from: string, specifier: string): string {
  return new URL(specifier, `file:///${from}`).pathname.slice(1)
}

function violation(file: SourceFile, detail: string): Violation {
  return { rule: 'direction', path: file.path, detail }
}
