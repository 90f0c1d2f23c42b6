import { createBehaviorQueue } from './faults/behavior-queue.ts'
import { composeCatalogue } from './faults/catalogue.ts'
import type { Plug, SandboxState } from './plug.ts'
import { createRequestLog } from './request-log.ts'
import { defaultSettings, type Settings } from './settings.ts'

export function createState(plugs: readonly Plug[], settings: Partial<Settings> = {}): SandboxState {
  const initial: Settings = { ...defaultSettings, ...settings }
  const state: SandboxState = {
    plugs,
    findPlug(text) {
      const name = text.trim().toLowerCase()
      return plugs.find(({ key, aliases }) => key === name || aliases.includes(name)) ?? null
    },
    faults: composeCatalogue(plugs),
    settings: { ...initial },
    behaviors: createBehaviorQueue(),
    requests: createRequestLog(),
    faultUses: new Map(),
    replies: 0,
    reset() {
      state.settings = { ...initial }
      state.behaviors.clear()
      state.requests.clear()
      state.faultUses.clear()
      state.replies = 0
      for (const plug of plugs) plug.reset()
    },
  }
  state.reset()
  return state
}
