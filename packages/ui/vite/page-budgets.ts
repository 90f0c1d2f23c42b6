import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'
import { pageScripts } from './page-scripts.ts'
import type { BuiltChunk, PageBudget, PageScripts } from './page-scripts.ts'

interface PageBudgetOptions {
  budgets: readonly (Omit<PageBudget, 'oneOf'> & {
    /** The page loads one of the dynamic imports of this module (end of its path). */
    oneOfImportsOf?: string
  })[]
  /** Above a budget the build fails; otherwise it tells. */
  isEnforced: boolean
}

/** Where `npm run bench -- web` reads what the build counted; a folder that web servers do not serve. */
export const pageScriptsFile = '.vite/page-scripts.json'

/** Weighs the scripts of pages at every build. */
export function pageBudgets({ budgets, isEnforced }: PageBudgetOptions): Plugin {
  return {
    name: 'mozhou:page-budgets',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      const chunks = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [builtChunk(output)] : []))
      const pages = budgets.map(({ oneOfImportsOf, ...budget }) => {
        const oneOf = oneOfImportsOf === undefined ? {} : { oneOf: dynamicImports(this, oneOfImportsOf) }
        return pageScripts(chunks, { ...budget, ...oneOf })
      })
      mkdirSync(join(dir, '.vite'), { recursive: true })
      writeFileSync(join(dir, pageScriptsFile), JSON.stringify(pages))
      const heavy = pages.filter(({ gzipBytes, maxGzipBytes }) => gzipBytes > maxGzipBytes)
      if (heavy.length === 0) return
      const complaint = heavy.map(tooHeavy).join('\n')
      if (isEnforced) this.error(complaint)
      this.warn(complaint)
    },
  }
}

function builtChunk({ fileName, isEntry, moduleIds, imports, code }: Rolldown.OutputChunk): BuiltChunk {
  return { file: fileName, isEntry, modules: moduleIds, imports, gzipBytes: gzipSync(code).length }
}

function dynamicImports(build: Rolldown.PluginContext, end: string): string[] {
  const id = [...build.getModuleIds()].find((module) => module.endsWith(`/${end}`))
  const ids = id === undefined ? [] : build.getModuleInfo(id)?.dynamicallyImportedIds
  if (!ids || ids.length === 0) throw new Error(`${end} imports nothing on demand`)
  return [...ids]
}

function tooHeavy({ page, files, gzipBytes, maxGzipBytes }: PageScripts): string {
  return `${page}: ${kB(gzipBytes)} kB of gzipped scripts in ${files.length} files, the budget is ${kB(maxGzipBytes)} kB`
}

const kB = (bytes: number) => (bytes / 1_000).toFixed(1)
