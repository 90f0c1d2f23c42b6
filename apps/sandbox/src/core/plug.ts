import type { Router } from 'express'
import type { BehaviorQueue } from './faults/behavior-queue.ts'
import type { FaultCatalogue, FaultEntry } from './faults/catalogue.ts'
import type { RequestLog } from './request-log.ts'
import type { Settings } from './settings.ts'

/** Pairs of a name and a secret that a vendor knows beside those it takes for granted. */
export interface Credentials {
  /** Field of the form → its label; all of them are required. */
  fields: Readonly<Record<string, string>>
  add(values: Readonly<Record<string, string>>): void
}

/** A fault that a plug can produce, and what its vendor answers then. */
export interface PlugFault extends FaultEntry {
  answer: string | null
}

/** What the control page says of a plug. */
interface Controls {
  /** A key that is good as it stands. */
  key: string
  /** Something to ask for, as an example. */
  model: string
  /** Addresses a client is given, behind the sandbox's own. */
  addresses: readonly string[]
}

/** One vendor: everything that the rest of the sandbox has to know of it. Each sandbox plugs in its own. */
export interface Plug {
  /** In the request log, in the queue and behind a fault's `@`. */
  key: string
  /** In Chinese, for the control page. */
  name: string
  /** Other names it goes by. */
  aliases: readonly string[]
  /** Where `routes` are mounted; a vendor's hosts share it. */
  path: string
  routes(state: SandboxState): Router
  credentials: Credentials | null
  faults: readonly PlugFault[]
  /** Forgets what it was told and what it handed out. */
  reset(): void
  controls: Controls
}

/** Everything the sandbox remembers; one per server, so tests do not share it. */
export interface SandboxState {
  plugs: readonly Plug[]
  /** By key or by another name; null when there is none. */
  findPlug(text: string): Plug | null
  faults: FaultCatalogue
  settings: Settings
  behaviors: BehaviorQueue
  requests: RequestLog
  /** How often a fault with a count has struck, by its key. */
  faultUses: Map<string, number>
  /** Counts generated replies; part of the seed of what is said. */
  replies: number
  reset(): void
}
