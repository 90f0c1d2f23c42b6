import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { filesOf } from './route-files.ts'

/** The most JavaScript that a page may load by itself, in bytes after gzip. */
export interface PageBudget {
  page: string
  /** What the page imports when it is opened: paths of modules, from the app's root. */
  sources: readonly string[]
  maxBytes: number
}

/** Fails the build when a page has grown over its budget, and says by how much. */
export function pageBudgets(root: string, budgets: readonly PageBudget[]): Plugin {
  return {
    name: 'page-budgets',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const sizes = new Map(chunks.map(({ fileName, code }) => [fileName, gzipSync(code).length]))
      for (const { page, sources, maxBytes } of budgets) {
        const ids = sources.map((source) => resolve(root, source))
        const { own, entry } = filesOf(chunks, ids)
        const bytes = [...entry, ...own].reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0)
        if (bytes <= maxBytes) continue
        this.error(
          `${page} loads ${bytes} bytes of JavaScript (gzip), its budget is ${maxBytes}: move what the first view does not need behind a dynamic import`,
        )
      }
    },
  }
}
