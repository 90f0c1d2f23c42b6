import { AppError } from '@mozhou/contracts/errors'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditLedger } from './audit-ledger.ts'
import { getBalance } from './get-balance.ts'
import { reverseEntry } from './reverse-entry.ts'
import type { TestLedger } from './testing/open-ledger.ts'
import { openLedger } from './testing/open-ledger.ts'
import { verifyAccount } from './verify-account.ts'

let ledger: TestLedger
beforeAll(async () => {
  ledger = await openLedger({ poolSize: 16 })
})
afterAll(() => ledger.database.drop())

const times = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)))

/** A thousand callers on sixteen connections may wait longer than the pool lets them on a slow machine; the key makes asking again safe. */
async function whenConnected<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('timeout exceeded when trying to connect')) throw error
    return whenConnected(work)
  }
}

it('lets exactly the affordable ones of 1,000 spends at once succeed', async () => {
  const userId = await ledger.addUser(3_337)
  const outcomes = await times(1_000, (index) =>
    whenConnected(() => ledger.post({ userId, amount: -10, key: `spend:${userId}:${index}` })).then(
      () => 'spent',
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    ),
  )
  const count = (outcome: string) => outcomes.filter((each) => each === outcome).length
  expect({ spent: count('spent'), refused: count('CREDITS_INSUFFICIENT') }).toEqual({ spent: 333, refused: 667 })
  expect(await getBalance(ledger.ctx, { userId })).toEqual({ credits: 7, cashFen: 0 })
  expect(await verifyAccount(ledger.ctx, { userId })).toMatchObject({
    isIntact: true,
    entries: 334,
    computedBalance: 7,
  })
})

it('gives fifty calls with one key one effect and one answer', async () => {
  const userId = await ledger.addUser(100)
  const entries = await times(50, () => ledger.post({ userId, amount: -10, key: `same:${userId}` }))
  expect(entries.filter((entry) => !entry.isReplay)).toHaveLength(1)
  expect(new Set(entries.map((entry) => JSON.stringify({ ...entry, isReplay: null }))).size).toBe(1)
  expect(await getBalance(ledger.ctx, { userId })).toEqual({ credits: 90, cashFen: 0 })
})

it('opens one account for a new user whose first fifty entries come at once', async () => {
  const userId = await ledger.addUser()
  await times(50, () => ledger.post({ userId, amount: 1 }))
  expect(await ledger.ctx.prisma.creditAccount.count({ where: { userId } })).toBe(1)
  expect(await verifyAccount(ledger.ctx, { userId })).toMatchObject({ isIntact: true, entries: 50, cachedBalance: 50 })
})

it('lets one account win when two post the same key at once', async () => {
  const users = [await ledger.addUser(), await ledger.addUser()]
  const outcomes = await times(40, (index) =>
    ledger.post({ userId: users[index % 2] ?? '', amount: 10, key: `shared:${users[0]}` }).then(
      (entry) => entry.userId,
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    ),
  )
  expect(outcomes.filter((outcome) => outcome === 'IDEMPOTENCY_KEY_REUSED')).toHaveLength(20)
  expect(new Set(outcomes).size).toBe(2)
})

it('refunds once when two workers refund at once, under one key or two', async () => {
  const userId = await ledger.addUser(100)
  await ledger.post({ userId, amount: -10, key: `charge:${userId}` })
  const refund = (key: string) =>
    reverseEntry(ledger.ctx, { key, originalKey: `charge:${userId}`, kind: 'refund' }).then(
      (entry) => (entry?.isReplay ? 'replay' : 'refunded'),
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    )
  const outcomes = await Promise.all([
    refund(`refund:${userId}`),
    refund(`refund:${userId}`),
    refund(`other:${userId}`),
  ])
  expect(outcomes.filter((outcome) => outcome === 'refunded')).toHaveLength(1)
  expect(await getBalance(ledger.ctx, { userId })).toEqual({ credits: 100, cashFen: 0 })
})

it('passes its own audit while it is written to', async () => {
  const users = await times(8, () => ledger.addUser(50))
  const writing = times(400, (index) =>
    ledger.post({ userId: users[index % users.length] ?? '', amount: index % 3 === 0 ? 5 : -1 }),
  )
  for (let round = 0; round < 3; round += 1) {
    const audit = await auditLedger(ledger.ctx)
    expect(audit.checks.filter((check) => check.check !== 'refund_matches_charge' && !check.isPassed)).toEqual([])
  }
  await writing
})
