import { AppError } from '@mozhou/contracts/errors'
import type { Response } from 'express'
import type { RateLimitKind, RateLimits, RateLimitState } from '../rate-limits.ts'
import { windowSeconds } from '../rate-limits.ts'

/**
 * The limits as one REST request sees them: each is counted once however often it is asked for, and told in the headers of
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ (draft 10).
 */
export function limitsWithHeaders(limits: RateLimits, res: Response): RateLimits {
  const kinds = Object.keys(limits.settings) as RateLimitKind[]
  const counted = new Map<string, Promise<RateLimitState>>()
  const states = new Map<RateLimitKind, RateLimitState>()
  const tell = (state: RateLimitState) => {
    states.set(state.kind, state)
    // In one order, whichever was counted first.
    const seen = kinds.flatMap((kind) => states.get(kind) ?? [])
    const policies = seen.map(({ kind }) => `"${kind}";q=${limits.settings[kind]};w=${windowSeconds(kind)}`)
    const left = seen.map(({ kind, remaining, resetSeconds }) => `"${kind}";r=${remaining};t=${resetSeconds}`)
    if (res.headersSent) return
    res.setHeader('ratelimit-policy', policies.join(', ')).setHeader('ratelimit', left.join(', '))
  }
  const consume = async (kind: RateLimitKind, key: string) => {
    try {
      const state = await limits.consume(kind, key)
      tell(state)
      return state
    } catch (cause) {
      if (cause instanceof AppError) {
        tell({ kind, remaining: 0, resetSeconds: Number(cause.params['retryAfterSeconds'] ?? windowSeconds(kind)) })
      }
      throw cause
    }
  }
  return {
    settings: limits.settings,
    giveBack: async (kind, key) => {
      const state = await limits.giveBack(kind, key)
      tell(state)
      return state
    },
    consume: (kind, key) => {
      const known = counted.get(`${kind}:${key}`)
      if (known) return known
      const fresh = consume(kind, key)
      counted.set(`${kind}:${key}`, fresh)
      return fresh
    },
  }
}
