import { resolve } from 'node:path'

/** A file of an app's build: what these sources import, without what an earlier stage brings. */
export interface Stage {
  name: string
  /** Paths of modules, from the app's root. */
  sources: readonly string[]
}

interface ModuleGraph {
  getModuleInfo: (id: string) => { importedIds: readonly string[] } | null
}

/**
 * Sorts modules into the stages in which a visit needs them. Left alone the bundler makes a file of whatever two pages share, down to
 * single icons, and a page of seventy files costs a slow connection more in round trips than in bytes.
 */
export function stageGroups(root: string, stages: readonly Stage[]) {
  // One build per process: the graph is complete when the first module is sorted.
  let sorted: Map<string, string> | null = null
  return stages.map(({ name }, index) => ({
    debugName: name,
    name: (id: string, graph: ModuleGraph) => {
      sorted ??= sortModules(root, stages, graph)
      return sorted.get(id) === name ? name : null
    },
    // A stage takes what its modules import along; the earlier one comes first.
    priority: stages.length - index,
  }))
}

function sortModules(root: string, stages: readonly Stage[], graph: ModuleGraph): Map<string, string> {
  const names = new Map<string, string>()
  for (const { name, sources } of stages) {
    const waiting = sources.map((source) => resolve(root, source))
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (names.has(id)) continue
      const module = graph.getModuleInfo(id)
      if (!module) throw new Error(`${id} of stage ${name} is no module of this app`)
      names.set(id, name)
      waiting.push(...module.importedIds)
    }
  }
  return names
}
