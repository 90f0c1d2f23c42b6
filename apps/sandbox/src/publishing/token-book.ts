import { randomBytes } from 'node:crypto'
import type { VirtualClock } from '../payments/virtual-clock.ts'

export type TokenKind = 'access' | 'refresh'
export type TokenState = 'good' | 'lapsed' | 'unknown'

interface Entry {
  kind: TokenKind
  until: number
  scopes: readonly string[]
}

/** What an account handed out, on its own clock. */
export interface TokenBook {
  issue(kind: TokenKind, seconds: number, scopes?: readonly string[]): string
  state(kind: TokenKind, token: string): TokenState
  scopesOf(token: string): readonly string[]
  /** Those of a kind that are good end in so many seconds, at most. */
  end(kind: TokenKind, inSeconds?: number): void
  clear(): void
}

export function createTokenBook(id: string, clock: VirtualClock): TokenBook {
  const entries = new Map<string, Entry>()
  const now = () => clock.now().getTime()
  return {
    issue(kind, seconds, scopes = []) {
      const token = `${kind}.${id}.${randomBytes(12).toString('hex')}`
      entries.set(token, { kind, until: now() + seconds * 1_000, scopes })
      return token
    },
    state(kind, token) {
      const entry = entries.get(token)
      if (entry?.kind !== kind) return 'unknown'
      return entry.until > now() ? 'good' : 'lapsed'
    },
    scopesOf: (token) => entries.get(token)?.scopes ?? [],
    end(kind, inSeconds = 0) {
      const until = now() + inSeconds * 1_000
      for (const entry of entries.values()) if (entry.kind === kind) entry.until = Math.min(entry.until, until)
    },
    clear: () => entries.clear(),
  }
}

/** Whose it is stands in the token. */
export const ownerOf = (token: string): string => token.split('.')[1] ?? ''
