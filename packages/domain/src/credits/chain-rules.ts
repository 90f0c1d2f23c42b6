import type { HashedEntry } from './chain-hash.ts'
import { chainHash } from './chain-hash.ts'

export interface ChainedEntry extends HashedEntry {
  previousHash: Uint8Array | null
  hash: Uint8Array
}

/** What an account should look like after the entries read so far. */
export interface ChainState {
  entries: number
  balance: number
  headHash: Uint8Array | null
  firstBadEntryId: string | null
}

export const emptyChain: ChainState = { entries: 0, balance: 0, headHash: null, firstBadEntryId: null }

/** Goes on after a bad entry with what that entry says, so that one break is not reported as many. */
export function followChain(state: ChainState, entry: ChainedEntry): ChainState {
  const isGood =
    entry.sequence === state.entries + 1 &&
    entry.balanceAfter === state.balance + entry.amount &&
    sameBytes(entry.previousHash, state.headHash) &&
    sameBytes(entry.hash, chainHash(entry.previousHash, entry))
  return {
    entries: state.entries + 1,
    balance: state.balance + entry.amount,
    headHash: entry.hash,
    firstBadEntryId: state.firstBadEntryId ?? (isGood ? null : entry.id),
  }
}

export function sameBytes(left: Uint8Array | null, right: Uint8Array | null): boolean {
  if (left === null || right === null) return left === right
  return Buffer.compare(left, right) === 0
}
