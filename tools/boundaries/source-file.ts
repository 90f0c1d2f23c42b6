import type { ImportLine } from './read-imports.ts'
import { readImports } from './read-imports.ts'

export interface SourceFile {
  /** `domain`, `web` …: the folder under packages/ or apps/. */
  workspace: string
  /** From the root of the repository, with forward slashes. */
  path: string
  text: string
  imports: readonly ImportLine[]
}

export interface Violation {
  rule: string
  path: string
  detail: string
}

export function toSourceFile(path: string, text: string): SourceFile {
  return { workspace: path.split('/')[1] ?? '', path, text, imports: readImports(text) }
}

/** `@mozhou/domain/credits/post-entry` → `domain`, `credits/post-entry`; null for everything that is not ours. */
export function ownModule(specifier: string): { workspace: string; module: string } | null {
  const match = /^@mozhou\/([^/]+)(?:\/(.+))?$/.exec(specifier)
  return match?.[1] === undefined ? null : { workspace: match[1], module: match[2] ?? '' }
}
