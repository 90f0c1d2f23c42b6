import { compositionRoots, importTable, isTest } from './import-table.ts'
import { ownModule } from './source-file.ts'
import type { SourceFile, Violation } from './source-file.ts'

export interface PackageFile {
  workspace: string
  path: string
  dependencies: readonly string[]
  devDependencies: readonly string[]
}

/** `package.json` lists only workspaces that the table, or the workspace's composition root, may import. */
export function checkPackageFiles(packages: readonly PackageFile[]): Violation[] {
  return packages.flatMap(({ workspace, path, dependencies, devDependencies }) =>
    [...dependencies, ...devDependencies].flatMap((name) => {
      const other = ownModule(name)?.workspace
      if (other === undefined || mayDependOn(workspace, other)) return []
      return [{ rule: 'dependency', path, detail: name }]
    }),
  )
}

function mayDependOn(workspace: string, other: string): boolean {
  const reaches = importTable[workspace]?.some(({ to }) => to === other) ?? false
  return reaches || (compositionRoots[workspace]?.includes(other) ?? false)
}

/** What every workspace may use in tests: the repository's own test tools. */
const rootTools = ['vitest', 'fast-check', '@solidjs/testing-library', 'jsdom', 'vite', 'vite-plugin-solid']

/** A package that a file imports is named in its own package.json; npm's hoisting would hide that it is not. */
export function checkDeclared(files: readonly SourceFile[], packages: readonly PackageFile[]): Violation[] {
  const byWorkspace = new Map(packages.map((file) => [file.workspace, file]))
  return files.flatMap((file) => {
    const own = byWorkspace.get(file.workspace)
    return file.imports.flatMap(({ specifier, isType }) => {
      const name = packageName(specifier)
      if (name === null || own?.dependencies.includes(name)) return []
      const isDev = isType || isTest(file.path) || /(?:^|\/)(?:build|vite)[-./]/.test(file.path)
      if (isDev && (own?.devDependencies.includes(name) || rootTools.includes(name))) return []
      return [{ rule: 'undeclared', path: file.path, detail: name }]
    })
  })
}

function packageName(specifier: string): string | null {
  if (/^(?:\.|node:|virtual:)/.test(specifier)) return null
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? null
}
