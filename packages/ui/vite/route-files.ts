import { resolve } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

/** What a page at this address imports when it is opened. */
export interface RouteSources {
  /** `/writing`, or `/creations/*` for whatever lies below; the first that fits counts. */
  path: string
  /** Paths of modules, from the app's root. */
  sources: readonly string[]
}

const bootScript = '<script src="/boot.js"'

/**
 * Writes into index.html which files each address needs, for public/boot.js to fetch at once. An app in one page learns it only step by
 * step: the entry imports the shell, the shell the page, the page its tool; each step is a round trip.
 */
export function routeFiles(root: string, routes: readonly RouteSources[]): Plugin {
  return {
    name: 'route-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, path: page }) {
        if (!bundle || page !== '/index.html') return html
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const files: string[] = []
        const indexOf = (file: string) => (files.includes(file) ? files.indexOf(file) : files.push(file) - 1)
        const known = routes.map(({ path, sources }) => ({
          path,
          files: filesOf(
            chunks,
            sources.map((source) => resolve(root, source)),
          ).own.map((file) => indexOf(`/${file}`)),
        }))
        const data = JSON.stringify({ routes: known, files }).replaceAll('"', '&quot;')
        const [before, after] = html.split(bootScript)
        if (after === undefined) throw new Error(`index.html has no ${bootScript}`)
        return `${before}${bootScript} data-route-files="${data}"${after}`
      },
    },
  }
}

/** A file of the build, as much of it as is asked about here. */
export type BuiltFile = Pick<Rolldown.OutputChunk, 'fileName' | 'imports' | 'isEntry' | 'facadeModuleId' | 'modules'>

/** The files that hold these modules, with all that they import, and apart from them what is in every page. */
export function filesOf(
  chunks: readonly BuiltFile[],
  moduleIds: readonly string[],
): { own: string[]; entry: string[] } {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const closure = (start: readonly string[]) => {
    const seen = new Set<string>()
    const waiting = [...start]
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (seen.has(name)) continue
      seen.add(name)
      waiting.push(...(byName.get(name)?.imports ?? []))
    }
    return seen
  }
  const holding = moduleIds.map((id) => {
    const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId === id) ?? chunks.find((one) => id in one.modules)
    if (!chunk) throw new Error(`${id} is in no file of this build`)
    return chunk.fileName
  })
  const entries = closure(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName))
  return { own: [...closure(holding)].filter((name) => !entries.has(name)), entry: [...entries] }
}
