import type { AuditCheck } from '@mozhou/contracts/credits/kinds'
import { formatId } from '@mozhou/contracts/ids'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditLedger } from './audit-ledger.ts'
import { reverseEntry } from './reverse-entry.ts'
import type { TestLedger } from './testing/open-ledger.ts'
import { openLedger } from './testing/open-ledger.ts'
import { verifyAccount } from './verify-account.ts'

let ledger: TestLedger
beforeEach(async () => {
  ledger = await openLedger({ poolSize: 2 })
})
afterEach(() => ledger.database.drop())

/** As the owner of the tables could: the guard off, the deed, the guard on again. */
async function tamper(sql: string): Promise<void> {
  const { prisma } = ledger.ctx
  await prisma.$executeRawUnsafe('ALTER TABLE credit_entries DISABLE TRIGGER credit_entries_append_only')
  const changed = await prisma.$executeRawUnsafe(sql)
  await prisma.$executeRawUnsafe('ALTER TABLE credit_entries ENABLE TRIGGER credit_entries_append_only')
  expect(changed).toBeGreaterThan(0)
}

async function failedChecks(): Promise<AuditCheck[]> {
  const audit = await auditLedger(ledger.ctx)
  return audit.checks.filter((check) => !check.isPassed).map((check) => check.check)
}

async function findings(check: AuditCheck) {
  const audit = await auditLedger(ledger.ctx)
  return audit.checks.find((each) => each.check === check)?.findings ?? []
}

/** A user with a gift of 50 and three charges, one of them refunded: sequence 1 to 5, balance 30. */
async function liveAccount(): Promise<string> {
  const userId = await ledger.addUser(50)
  for (const number of [1, 2, 3]) await ledger.post({ userId, amount: -10, key: `charge:${userId}:${number}` })
  await reverseEntry(ledger.ctx, { key: `refund:${userId}:3`, originalKey: `charge:${userId}:3`, kind: 'refund' })
  return userId
}

const entryOf = (userId: string, sequence: number) =>
  ledger.ctx.prisma.creditEntry.findFirstOrThrow({ where: { account: { userId }, sequence }, select: { id: true } })

it('passes an empty ledger and a living one', async () => {
  expect(await failedChecks()).toEqual([])
  const userId = await liveAccount()
  expect(await failedChecks()).toEqual([])
  const audit = await auditLedger(ledger.ctx)
  expect(audit.checks.map(({ check, checked }) => [check, checked])).toEqual([
    ['entries_sum_to_zero', 5],
    ['balance_equals_entries', 1],
    ['chain_intact', 5],
    ['failed_generations_refunded', 0],
    ['succeeded_generations_charged_once', 0],
    ['refund_matches_charge', 1],
    ['no_negative_balance', 1],
    ['paid_orders_credited', 0],
    ['clawbacks_within_orders', 0],
    ['refunds_within_payments', 0],
    ['expiries_within_gifts', 0],
    ['withdrawals_match_ledger', 0],
    ['rebates_equal_entries', 0],
  ])
  expect(await verifyAccount(ledger.ctx, { userId })).toMatchObject({ isIntact: true, entries: 5, computedBalance: 30 })
})

it('tells a user who never had an entry that all is well', async () => {
  const userId = await ledger.addUser()
  expect(await verifyAccount(ledger.ctx, { userId })).toEqual({
    isIntact: true,
    entries: 0,
    computedBalance: 0,
    cachedBalance: 0,
    headHash: null,
    firstBadEntryId: null,
  })
})

describe('tampering is found', () => {
  it('a changed amount', async () => {
    const userId = await liveAccount()
    const { id } = await entryOf(userId, 2)
    await tamper(`UPDATE credit_entries SET amount = -1 WHERE id = '${id}'`)
    expect(await verifyAccount(ledger.ctx, { userId })).toMatchObject({
      isIntact: false,
      firstBadEntryId: formatId('entry', id),
      cachedBalance: 30,
    })
    expect(await failedChecks()).toEqual(['entries_sum_to_zero', 'balance_equals_entries', 'chain_intact'])
    expect((await findings('chain_intact'))[0]?.id).toBe(formatId('entry', id))
  })

  it('a changed reason, which moves no money', async () => {
    const userId = await liveAccount()
    const { id } = await entryOf(userId, 4)
    await tamper(`UPDATE credit_entries SET reason = '后来改的' WHERE id = '${id}'`)
    expect(await verifyAccount(ledger.ctx, { userId })).toMatchObject({
      isIntact: false,
      firstBadEntryId: formatId('entry', id),
    })
    expect(await failedChecks()).toEqual(['chain_intact'])
  })

  it('a deleted entry, in the middle and at the end', async () => {
    const [middle, end] = [await liveAccount(), await liveAccount()]
    await tamper(`DELETE FROM credit_entries WHERE id = '${(await entryOf(middle, 2)).id}'`)
    await tamper(`DELETE FROM credit_entries WHERE id = '${(await entryOf(end, 5)).id}'`)
    expect(await verifyAccount(ledger.ctx, { userId: middle })).toMatchObject({
      isIntact: false,
      firstBadEntryId: formatId('entry', (await entryOf(middle, 3)).id),
    })
    expect(await verifyAccount(ledger.ctx, { userId: end })).toMatchObject({
      isIntact: false,
      entries: 4,
      computedBalance: 20,
      cachedBalance: 30,
    })
    // A charge of 10 and a refund of 10 are gone: the sum over all accounts cannot tell.
    expect(await failedChecks()).toEqual(['balance_equals_entries', 'chain_intact'])
    expect((await findings('balance_equals_entries')).map((finding) => finding.id).toSorted()).toEqual(
      [formatId('user', middle), formatId('user', end)].toSorted(),
    )
  })

  it('an entry changed together with its own hash', async () => {
    const userId = await liveAccount()
    const { id } = await entryOf(userId, 3)
    await tamper(`UPDATE credit_entries SET reference_id = 'other' WHERE id = '${id}'`)
    await tamper(`UPDATE credit_entries e SET hash = entry_hash(e) WHERE id = '${id}'`)
    const next = formatId('entry', (await entryOf(userId, 4)).id)
    expect(await verifyAccount(ledger.ctx, { userId })).toMatchObject({ isIntact: false, firstBadEntryId: next })
    expect(await failedChecks()).toEqual(['chain_intact'])
  })

  it('the newest entry changed together with its hash', async () => {
    const userId = await liveAccount()
    const { id } = await entryOf(userId, 5)
    await tamper(`UPDATE credit_entries SET reason = 'x' WHERE id = '${id}'`)
    await tamper(`UPDATE credit_entries e SET hash = entry_hash(e) WHERE id = '${id}'`)
    expect(await verifyAccount(ledger.ctx, { userId })).toMatchObject({ isIntact: false })
    expect(await findings('chain_intact')).toMatchObject([{ id: formatId('user', userId) }])
  })

  it('a balance that was written by hand', async () => {
    const userId = await liveAccount()
    await ledger.ctx.prisma.$executeRaw`UPDATE credit_accounts SET balance = 1000000 WHERE user_id = ${userId}::uuid`
    expect(await verifyAccount(ledger.ctx, { userId })).toMatchObject({
      isIntact: false,
      computedBalance: 30,
      cachedBalance: 1_000_000,
    })
    expect(await failedChecks()).toEqual(['entries_sum_to_zero', 'balance_equals_entries'])
  })

  it('a debt that no clawback made', async () => {
    const userId = await liveAccount()
    await tamper(`UPDATE credit_entries SET balance_after = -1 WHERE id = '${(await entryOf(userId, 2)).id}'`)
    expect(await failedChecks()).toEqual(['chain_intact', 'no_negative_balance'])
  })

  it('no more than twenty findings per check', async () => {
    for (let index = 0; index < 25; index += 1) await ledger.addUser(1)
    await ledger.ctx.prisma.$executeRaw`UPDATE credit_accounts SET balance = 2 WHERE user_id IS NOT NULL`
    expect(await findings('balance_equals_entries')).toHaveLength(20)
  })
})
