import type { AppTokens, AppTokenStore } from './account-port.ts'

/** Tokens of an application that no other process uses; whoever asks while they are drawn waits for the same. */
export function createTokenMemory(clock: { now(): Date }): AppTokenStore {
  let held: AppTokens | null = null
  let drawing: Promise<AppTokens> | null = null
  async function drawOnce(draw: () => Promise<AppTokens>): Promise<AppTokens> {
    try {
      held = await draw()
      return held
    } finally {
      drawing = null
    }
  }
  return {
    find(stale, draw) {
      if (held !== null && held !== stale && Date.parse(held.usableUntil) > clock.now().getTime())
        return Promise.resolve(held)
      drawing ??= drawOnce(draw)
      return drawing
    },
  }
}
