import { toleranceSeconds, type Stamp } from './signature.ts'

/** More than arrive in ten minutes; beyond it the oldest are forgotten, and what they paid for is told apart by its number anyway. */
const mostNonces = 200_000

export interface NonceMemory {
  /** false for a delivery that was taken before: a repeat by the channel carries a nonce of its own. */
  isFirst(stamp: Stamp): boolean
}

/** As long as its time is accepted, a signed delivery could be sent again by whoever saw it. */
export function createNonceMemory(clock: { now(): Date }): NonceMemory {
  const until = new Map<string, number>()
  function forgetOld(nowSeconds: number): void {
    for (const [nonce, end] of until) {
      if (end >= nowSeconds && until.size <= mostNonces) return
      until.delete(nonce)
    }
  }
  return {
    isFirst({ nonce, timestamp, serial }) {
      const name = `${serial}\n${timestamp}\n${nonce}`
      if (until.has(name)) return false
      const nowSeconds = clock.now().getTime() / 1000
      forgetOld(nowSeconds)
      until.set(name, nowSeconds + 2 * toleranceSeconds)
      return true
    },
  }
}
