import { expect, it } from 'vitest'
import { chainHash } from './chain-hash.ts'
import type { ChainedEntry } from './chain-rules.ts'
import { emptyChain, followChain } from './chain-rules.ts'

function chainOf(amounts: readonly number[]): ChainedEntry[] {
  const entries: ChainedEntry[] = []
  for (const [index, amount] of amounts.entries()) {
    const previous = entries.at(-1)
    const fields = {
      id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      idempotencyKey: `key:${index}`,
      kind: 'adjust',
      accountId: 'a',
      counterAccountId: 'b',
      amount,
      balanceAfter: (previous?.balanceAfter ?? 0) + amount,
      sequence: index + 1,
      referenceType: 'test',
      referenceId: '1',
      reversesId: null,
      reason: index % 2 === 0 ? '原因' : null,
      actorId: null,
      createdAt: new Date(1_700_000_000_000 + index),
    }
    const previousHash = previous?.hash ?? null
    entries.push({ ...fields, previousHash, hash: chainHash(previousHash, fields) })
  }
  return entries
}

const follow = (entries: readonly ChainedEntry[]) => entries.reduce(followChain, emptyChain)
const good = chainOf([50, -10, 10, -20])

it('follows an untouched chain to its balance', () => {
  expect(follow(good)).toEqual({ entries: 4, balance: 30, headHash: good[3]?.hash, firstBadEntryId: null })
})

it('names the first entry that was changed in any field', () => {
  const changes = [
    { amount: -11 },
    { reason: '改过' },
    { createdAt: new Date(0) },
    { idempotencyKey: 'x' },
    { actorId: 'x' },
    { balanceAfter: 41 },
  ]
  for (const change of changes) {
    const tampered = good.map((entry, index) => (index === 1 ? { ...entry, ...change } : entry))
    expect(follow(tampered).firstBadEntryId).toBe(good[1]?.id)
  }
})

it('names the entry after one that is gone', () => {
  expect(follow(good.filter((_, index) => index !== 1)).firstBadEntryId).toBe(good[2]?.id)
})

it('is not fooled by a changed entry that was hashed anew', () => {
  const changed = { ...chainOf([50, -10])[1], amount: -1, balanceAfter: 49 } as ChainedEntry
  const rehashed = { ...changed, hash: chainHash(changed.previousHash, changed) }
  const tampered = good.map((entry, index) => (index === 1 ? rehashed : entry))
  expect(follow(tampered).firstBadEntryId).toBe(good[2]?.id)
})

it('keeps fields apart that would run together', () => {
  const [entry] = good
  if (!entry) throw new Error('no entry')
  const left = chainHash(null, { ...entry, referenceType: 'a', referenceId: 'bc' })
  const right = chainHash(null, { ...entry, referenceType: 'ab', referenceId: 'c' })
  expect(left).not.toEqual(right)
  expect(chainHash(null, { ...entry, reason: null })).not.toEqual(chainHash(null, { ...entry, reason: '-' }))
})
