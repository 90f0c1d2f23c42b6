import { Prisma } from '@mozhou/db/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../new-id.ts'
import { inTransaction } from '../transaction.ts'
import { getBalance } from './get-balance.ts'
import { postEntry, postEntryCall, withPostingErrors } from './post-entry.ts'
import { reverseEntry } from './reverse-entry.ts'
import type { TestLedger } from './testing/open-ledger.ts'
import { openLedger } from './testing/open-ledger.ts'

let ledger: TestLedger
beforeAll(async () => {
  ledger = await openLedger()
})
afterAll(() => ledger.database.drop())

const creditsOf = async (userId: string) => (await getBalance(ledger.ctx, { userId })).credits

describe('posting', () => {
  it('moves the balance and tells where it stands', async () => {
    const userId = await ledger.addUser()
    const first = await ledger.post({ userId, amount: 50, kind: 'gift_signup', reason: '注册赠送 🎁' })
    const second = await ledger.post({ userId, amount: -10, kind: 'consume' })
    expect(first).toMatchObject({
      amount: 50,
      balanceAfter: 50,
      sequence: 1,
      reason: '注册赠送 🎁',
      isReplay: false,
      userId,
    })
    expect(second).toMatchObject({ amount: -10, balanceAfter: 40, sequence: 2 })
    expect(await creditsOf(userId)).toBe(40)
  })

  it('keeps points and cash apart', async () => {
    const userId = await ledger.addUser(5)
    await ledger.post({ userId, amount: 700, kind: 'rebate', unit: 'cash' })
    expect(await getBalance(ledger.ctx, { userId })).toEqual({ credits: 5, cashFen: 700 })
  })

  it('stores the instant of the clock to the millisecond, whatever zone the server is set to', async () => {
    const at = new Date('2026-11-23T16:30:00.123Z')
    const userId = await ledger.addUser()
    const entry = await postEntry(
      { ...ledger.ctx, clock: { now: () => at } },
      { key: newId(), kind: 'gift_campaign', userId, unit: 'credits', amount: 1, reference: { type: 'test', id: '1' } },
    )
    expect(entry.createdAt).toEqual(at)
    const [row] = await ledger.ctx.prisma.$queryRaw<{ ms: bigint }[]>`
      SELECT (extract(epoch FROM created_at) * 1000)::bigint AS ms FROM credit_entries WHERE id = ${entry.id}::uuid`
    expect(row?.ms).toBe(BigInt(at.getTime()))
  })

  it('gives the stored entry for the same key, and moves nothing', async () => {
    const userId = await ledger.addUser()
    const first = await ledger.post({ userId, amount: 30, key: `once:${userId}` })
    await ledger.post({ userId, amount: -5 })
    const again = await ledger.post({ userId, amount: 30, key: `once:${userId}` })
    expect(again).toEqual({ ...first, isReplay: true })
    expect(await creditsOf(userId)).toBe(25)
  })

  it('refuses a key that stands for something else', async () => {
    const [userId, other] = [await ledger.addUser(100), await ledger.addUser(100)]
    await ledger.post({ userId, amount: 30, key: `key:${userId}` })
    const reuses = [{ amount: 31 }, { kind: 'recharge' as const }, { userId: other }, { unit: 'cash' as const }]
    for (const change of reuses) {
      const reuse = ledger.post({ userId, amount: 30, key: `key:${userId}`, ...change })
      await expect(reuse).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
    }
    expect([await creditsOf(userId), await creditsOf(other)]).toEqual([130, 100])
  })

  it('tells what is there and what was needed when the balance does not suffice', async () => {
    const userId = await ledger.addUser(9)
    const spend = ledger.post({ userId, amount: -10 })
    await expect(spend).rejects.toMatchObject({ code: 'CREDITS_INSUFFICIENT', params: { balance: 9, needed: 10 } })
    expect(await creditsOf(userId)).toBe(9)
  })

  it('tells an unknown user', async () => {
    await expect(ledger.post({ userId: newId(), amount: 1 })).rejects.toMatchObject({ code: 'USER_NOT_FOUND' })
  })

  it('refuses a balance that no integer holds', async () => {
    const userId = await ledger.addUser(2_000_000_000)
    const gift = ledger.post({ userId, amount: 2_000_000_000 })
    await expect(gift).rejects.toMatchObject({ code: 'VALIDATION_FAILED', params: { field: 'amount' } })
    expect(await creditsOf(userId)).toBe(2_000_000_000)
  })

  it('leaves a debt only to a clawback, flags it, and lets gifts work it off', async () => {
    const userId = await ledger.addUser(10)
    await ledger.post({ userId, amount: -25, kind: 'clawback' })
    const account = () =>
      ledger.ctx.prisma.creditAccount.findFirst({ where: { userId }, select: { balance: true, isInDebt: true } })
    expect(await account()).toEqual({ balance: -15, isInDebt: true })
    await expect(ledger.post({ userId, amount: -1 })).rejects.toMatchObject({ params: { balance: -15, needed: 1 } })
    await ledger.post({ userId, amount: 5 })
    expect(await account()).toEqual({ balance: -10, isInDebt: true })
    await ledger.post({ userId, amount: 10 })
    expect(await account()).toEqual({ balance: 0, isInDebt: false })
  })

  it('refuses a debt for any other kind in the database itself', async () => {
    const userId = await ledger.addUser(1)
    const call = ledger.ctx.prisma
      .$queryRaw`SELECT * FROM post_entry(${newId()}::uuid, ${newId()}, 'consume', ${userId}::uuid,
      'credits', 'consumption', -5, 'test', '1', NULL, NULL, NULL, true, now())`
    await expect(call).rejects.toThrow('only a clawback may leave a debt')
    const cheat = ledger.ctx.prisma.$executeRaw`UPDATE credit_accounts SET balance = -1 WHERE user_id = ${userId}::uuid`
    await expect(cheat).rejects.toThrow('credit_accounts_balance_check')
  })
})

describe('reversing', () => {
  it('takes back exactly what was moved, once', async () => {
    const userId = await ledger.addUser(50)
    const charge = await ledger.post({
      userId,
      amount: -10,
      key: `charge:${userId}`,
      reference: { type: 'generation', id: userId },
    })
    const reversal = {
      key: `refund:${userId}`,
      originalKey: `charge:${userId}`,
      kind: 'refund' as const,
      reason: '生成失败',
    }
    const refund = await reverseEntry(ledger.ctx, reversal)
    expect(refund).toMatchObject({
      amount: 10,
      reversesId: charge.id,
      referenceId: userId,
      balanceAfter: 50,
      isReplay: false,
    })
    expect(await reverseEntry(ledger.ctx, reversal)).toEqual({ ...refund, isReplay: true })
    const other = reverseEntry(ledger.ctx, { ...reversal, key: `again:${userId}` })
    await expect(other).rejects.toMatchObject({ code: 'ENTRY_ALREADY_REVERSED' })
    expect(await creditsOf(userId)).toBe(50)
  })

  it('does nothing when nothing was charged', async () => {
    expect(await reverseEntry(ledger.ctx, { key: newId(), originalKey: newId(), kind: 'refund' })).toBeNull()
  })

  it('claws a spent gift back into a debt', async () => {
    const userId = await ledger.addUser()
    await ledger.post({ userId, amount: 30, key: `gift:${userId}` })
    await ledger.post({ userId, amount: -20 })
    const clawback = await reverseEntry(ledger.ctx, { key: newId(), originalKey: `gift:${userId}`, kind: 'clawback' })
    expect(clawback).toMatchObject({ amount: -30, balanceAfter: -20 })
  })

  it("finds only the account's own entries, and only their whole amount", async () => {
    const [userId, other] = [await ledger.addUser(50), await ledger.addUser(50)]
    const charge = await ledger.post({ userId, amount: -10 })
    const refund = (change: object) =>
      ledger.post({ userId, amount: 10, kind: 'refund', reversesId: charge.id, ...change })
    await expect(refund({ userId: other })).rejects.toMatchObject({ code: 'ENTRY_NOT_FOUND' })
    await expect(refund({ reversesId: newId() })).rejects.toMatchObject({ code: 'ENTRY_NOT_FOUND' })
    await expect(refund({ amount: 9 })).rejects.toThrow('does not reverse it')
    expect([await creditsOf(userId), await creditsOf(other)]).toEqual([40, 50])
  })
})

describe('inside something larger', () => {
  it('is undone with its transaction, chain and all', async () => {
    const userId = await ledger.addUser(50)
    const before = await ledger.ctx.prisma.creditAccount.findFirst({ where: { userId } })
    const failing = inTransaction(ledger.ctx, async (tx) => {
      await postEntry(tx, {
        key: newId(),
        kind: 'consume',
        userId,
        unit: 'credits',
        amount: -10,
        reference: { type: 'test', id: '1' },
      })
      throw new Error('afterwards')
    })
    await expect(failing).rejects.toThrow('afterwards')
    expect(await ledger.ctx.prisma.creditAccount.findFirst({ where: { userId } })).toEqual(before)
  })

  it('undoes the whole statement that called it when the balance does not suffice', async () => {
    const userId = await ledger.addUser(5)
    const rename = (name: string, amount: number) =>
      withPostingErrors(
        () => ledger.ctx.prisma.$queryRaw<{ name: string; balance: number }[]>`
          WITH posted AS MATERIALIZED (SELECT * FROM ${consume(userId, amount)})
          UPDATE users SET display_name = ${name} FROM posted WHERE users.id = posted.user_id
          RETURNING display_name AS name, posted.balance_after AS balance`,
      )
    await expect(rename('不应写入', -6)).rejects.toMatchObject({ code: 'CREDITS_INSUFFICIENT' })
    const where = { id: userId }
    expect(await ledger.ctx.prisma.user.findUnique({ where, select: { displayName: true } })).toEqual({
      displayName: '测试',
    })
    expect(await rename('已写入', -5)).toEqual([{ name: '已写入', balance: 0 }])
  })

  it('posts only for the rows whose column it takes the owner from', async () => {
    const userId = await ledger.addUser(20)
    const charge = (status: string) => ledger.ctx.prisma.$queryRaw<{ balance: number }[]>`
      SELECT posted.balance_after AS balance FROM users CROSS JOIN LATERAL ${consume(Prisma.sql`users.id`, -10)} AS posted
      WHERE users.id = ${userId}::uuid AND users.status = ${status}`
    expect(await charge('suspended')).toEqual([])
    expect(await creditsOf(userId)).toBe(20)
    expect(await charge('active')).toEqual([{ balance: 10 }])
  })
})

function consume(owner: string | Prisma.Sql, amount: number): Prisma.Sql {
  const reference = { type: 'test', id: '1' }
  return postEntryCall(ledger.ctx, { key: newId(), kind: 'consume', owner, unit: 'credits', amount, reference })
}
