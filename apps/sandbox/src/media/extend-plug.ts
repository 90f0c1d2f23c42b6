import { Router } from 'express'
import type { Plug, PlugFault, SandboxState } from '../core/plug.ts'

/** What a vendor who also writes can do with pictures. */
export interface PlugExtension {
  routes(state: SandboxState): Router
  faults: readonly PlugFault[]
  reset(): void
}

/** One vendor with both: pictures are asked for first, since a plug answers whatever else comes with its own 404. */
export function extendPlug(plug: Plug, extension: PlugExtension): Plug {
  const known = new Set(plug.faults.map(({ name }) => name))
  return {
    ...plug,
    routes: (state) => Router().use(extension.routes(state)).use(plug.routes(state)),
    faults: [...plug.faults, ...extension.faults.filter(({ name }) => !known.has(name))],
    reset() {
      plug.reset()
      extension.reset()
    },
  }
}
