import { createBehaviorQueue, type BehaviorQueue } from '../faults/behavior-queue.ts'
import { createRequestLog, type RequestLog } from './request-log.ts'
import { defaultSettings, type Settings } from './settings.ts'

/** A token handed out by Baidu's IAM or OAuth endpoint. */
export interface IssuedToken {
  accessKey: string
  /** Milliseconds since the epoch. */
  expiresAt: number
}

/** Everything the sandbox remembers; one per server, so tests do not share it. */
export interface SandboxState {
  settings: Settings
  behaviors: BehaviorQueue
  requests: RequestLog
  /** How often a fault with a count has struck, by its key. */
  faultUses: Map<string, number>
  /** Zhipu: key id → secret, for checking signed JWTs. */
  zhipuSecrets: Map<string, string>
  /** Baidu: access key → secret key, for checking bce-auth-v1 signatures. */
  baiduSecrets: Map<string, string>
  baiduTokens: Map<string, IssuedToken>
  /** Counts generated replies; part of the prose seed. */
  replies: number
  reset(): void
}

export function createState(settings: Partial<Settings> = {}): SandboxState {
  const initial: Settings = { ...defaultSettings, ...settings }
  const state: SandboxState = {
    settings: { ...initial },
    behaviors: createBehaviorQueue(),
    requests: createRequestLog(),
    faultUses: new Map(),
    zhipuSecrets: new Map(),
    baiduSecrets: new Map(),
    baiduTokens: new Map(),
    replies: 0,
    reset() {
      state.settings = { ...initial }
      state.behaviors.clear()
      state.requests.clear()
      state.faultUses.clear()
      state.zhipuSecrets = new Map([['sandbox', 'sandbox-secret']])
      state.baiduSecrets = new Map([['sandbox-access-key', 'sandbox-secret-key']])
      state.baiduTokens.clear()
      state.replies = 0
    },
  }
  state.reset()
  return state
}
