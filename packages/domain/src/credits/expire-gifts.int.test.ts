import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listNotifications } from '../notifications/list-notifications.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { inTransaction } from '../transaction.ts'
import { auditLedger } from './audit-ledger.ts'
import { expireGifts } from './expire-gifts.ts'
import { getBalance } from './get-balance.ts'
import { listExpiring } from './list-expiring.ts'
import { postEntry } from './post-entry.ts'
import { postGift } from './post-gift.ts'
import { reverseEntry } from './reverse-entry.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const day = 86_400_000
const newPerson = async () => parseId('user', (await domain.signUp()).user.id) ?? ''
const creditsOf = async (userId: string) => (await getBalance(domain.ctx, { userId })).credits
/** The sign-up gift, which never expires, is 50. */
const signupGift = 50

function give(userId: string, amount: number, days: number | null, key: string = crypto.randomUUID()) {
  const gift = {
    key,
    kind: 'gift_campaign' as const,
    userId,
    amount,
    days,
    reference: { type: 'campaign', id: 'autumn' },
  }
  return inTransaction(domain.ctx, (tx) => postGift(tx, gift))
}

function spend(userId: string, amount: number) {
  const key = `charge:${crypto.randomUUID()}`
  const reference = { type: 'test', id: '1' }
  return postEntry(domain.ctx, { key, kind: 'consume', userId, unit: 'credits', amount: -amount, reference })
}

const expiredOf = async (userId: string) =>
  (
    await domain.ctx.prisma.creditEntry.findMany({
      where: { kind: 'gift_expired', account: { userId } },
      orderBy: { sequence: 'asc' },
    })
  ).map(({ amount, referenceId }) => ({ amount, referenceId }))

const remindersOf = async (userId: string) =>
  (await listNotifications(domain.ctx, { userId, limit: 50 })).items.filter(({ kind }) => kind === 'gift_expiring')

const failedChecks = async () => (await auditLedger(domain.ctx)).checks.filter(({ isPassed }) => !isPassed)

it('takes what is left of a gift after its last day, in one entry, however often it runs', async () => {
  const userId = await newPerson()
  const gift = await give(userId, 30, 7)
  await spend(userId, 10)
  expect(await listExpiring(domain.ctx, { userId })).toMatchObject([{ credits: 20 }])
  domain.advance(7 * day)
  await expireGifts(domain.ctx)
  expect(await creditsOf(userId)).toBe(signupGift + 20)
  domain.advance(day)
  await Promise.all([expireGifts(domain.ctx), expireGifts(domain.ctx)])
  await expireGifts(domain.ctx)
  expect(await expiredOf(userId)).toEqual([{ amount: -20, referenceId: gift.id }])
  expect(await creditsOf(userId)).toBe(signupGift)
  expect(await listExpiring(domain.ctx, { userId })).toEqual([])
  expect(await failedChecks()).toEqual([])
})

it('tells once, within three days of the end, and not of what was spent', async () => {
  const [saver, spender] = [await newPerson(), await newPerson()]
  await give(saver, 30, 10)
  await give(spender, 30, 10)
  await spend(spender, 30)
  await expireGifts(domain.ctx)
  expect(await remindersOf(saver)).toEqual([])
  domain.advance(8 * day)
  await expireGifts(domain.ctx)
  await expireGifts(domain.ctx)
  expect(await remindersOf(saver)).toMatchObject([{ params: { credits: 30 } }])
  expect(await remindersOf(spender)).toEqual([])
})

it('spends the gift that expires soonest first, then other gifts', async () => {
  const userId = await newPerson()
  const later = await give(userId, 10, 20)
  await give(userId, 10, 7)
  await spend(userId, 15)
  domain.advance(30 * day)
  await expireGifts(domain.ctx)
  expect(await expiredOf(userId)).toEqual([{ amount: -5, referenceId: later.id }])
  expect(await creditsOf(userId)).toBe(signupGift)
})

it('leaves what a running generation was paid with, and a week to use it when it comes back', async () => {
  const userId = await newPerson()
  const gift = await give(userId, 10, 7)
  const charge = await spend(userId, 10)
  domain.advance(9 * day)
  await expireGifts(domain.ctx)
  expect(await expiredOf(userId)).toEqual([])
  await reverseEntry(domain.ctx, {
    key: charge.idempotencyKey.replace('charge:', 'refund:'),
    originalKey: charge.idempotencyKey,
    kind: 'refund',
  })
  domain.advance(1_000)
  await expireGifts(domain.ctx)
  expect(await creditsOf(userId)).toBe(signupGift + 10)
  expect(await listExpiring(domain.ctx, { userId })).toMatchObject([{ credits: 10 }])
  domain.advance(5 * day)
  await expireGifts(domain.ctx)
  expect(await remindersOf(userId)).toHaveLength(1)
  domain.advance(3 * day)
  await expireGifts(domain.ctx)
  await expireGifts(domain.ctx)
  expect(await expiredOf(userId)).toEqual([{ amount: -10, referenceId: gift.id }])
  expect(await creditsOf(userId)).toBe(signupGift)
})

it('gives the same gift once, with its first day', async () => {
  const userId = await newPerson()
  const key = crypto.randomUUID()
  await give(userId, 10, 7, key)
  await give(userId, 10, 7, key)
  expect(await creditsOf(userId)).toBe(signupGift + 10)
  expect(await domain.ctx.prisma.giftExpiry.count({ where: { userId } })).toBe(1)
})

it('goes through everybody, and finds nothing left to do then', async () => {
  const people = await Promise.all(Array.from({ length: 5 }, newPerson))
  for (const userId of people) await give(userId, 3, 7)
  domain.advance(9 * day)
  await expireGifts(domain.ctx)
  expect(await expireGifts(domain.ctx)).toEqual({ expired: 0, told: 0, failed: 0 })
  expect(await Promise.all(people.map(creditsOf))).toEqual(people.map(() => signupGift))
})

it('goes on with everybody else when one person fails, says who, and tries them again', async () => {
  const [first, second, third] = [await newPerson(), await newPerson(), await newPerson()].toSorted()
  if (!first || !second || !third) throw new Error('three people')
  for (const userId of [first, second, third]) await give(userId, 3, 7)
  domain.advance(9 * day)
  const { prisma } = domain.ctx
  await prisma.$executeRawUnsafe(`ALTER TABLE gift_expiries ADD CONSTRAINT broken CHECK (user_id <> '${first}'
    OR settled_at IS NULL) NOT VALID`)
  const log = domain.ctx.log.child({})
  const errors: unknown[] = []
  log.error = (told: unknown) => void errors.push(told)
  expect(await expireGifts({ ...domain.ctx, log })).toEqual({ expired: 2, told: 0, failed: 1 })
  expect(errors).toMatchObject([{ userId: first }])
  expect(await Promise.all([first, second, third].map(creditsOf))).toEqual([signupGift + 3, signupGift, signupGift])
  await prisma.$executeRawUnsafe('ALTER TABLE gift_expiries DROP CONSTRAINT broken')
  expect(await expireGifts(domain.ctx)).toEqual({ expired: 1, told: 0, failed: 0 })
})

describe('68: a gift that expires too soon, or paid credits that would', () => {
  const stored = (entryId: string, userId: string, days: number) =>
    domain.ctx.prisma.giftExpiry.create({
      data: { entryId, userId, expiresAt: new Date(domain.ctx.clock.now().getTime() + days * day) },
    })

  it('is refused by the operation', async () => {
    const userId = await newPerson()
    await expect(give(userId, 10, 6)).rejects.toThrow(RangeError)
    expect(await creditsOf(userId)).toBe(signupGift)
  })

  it('is refused by the database', async () => {
    const userId = await newPerson()
    const gift = await give(userId, 10, null)
    await expect(stored(gift.id, userId, 6)).rejects.toThrow('gift_expiries')
    const reference = { type: 'order', id: crypto.randomUUID() }
    const paid = await postEntry(domain.ctx, {
      key: `order:${reference.id}`,
      kind: 'recharge',
      userId,
      unit: 'credits',
      amount: 10,
      reference,
    })
    await expect(stored(paid.id, userId, 30)).rejects.toThrow('gift_expiries')
    await expect(stored(gift.id, await newPerson(), 30)).rejects.toThrow('gift_expiries')
    await stored(gift.id, userId, 30)
  })
})

it('finds in the audit an expiry of more than was given, and of what does not expire', async () => {
  const userId = await newPerson()
  const gift = await give(userId, 10, null)
  const wrong = await postEntry(domain.ctx, {
    key: crypto.randomUUID(),
    kind: 'gift_expired',
    userId,
    unit: 'credits',
    amount: -5,
    reference: { type: 'gift', id: gift.id },
  })
  const failed = await failedChecks()
  expect(failed.map(({ check }) => check)).toContain('expiries_within_gifts')
  const found = failed.find(({ check }) => check === 'expiries_within_gifts')?.findings ?? []
  expect(found.map(({ id }) => parseId('entry', id))).toContain(wrong.id)
})
