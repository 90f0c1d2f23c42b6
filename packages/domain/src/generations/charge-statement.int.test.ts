import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DomainContext } from '../context.ts'
import { getBalance } from '../credits/get-balance.ts'
import { withPostingErrors } from '../credits/post-entry.ts'
import { addGeneration } from '../credits/testing/add-generation.ts'
import type { TestLedger } from '../credits/testing/open-ledger.ts'
import { openLedger } from '../credits/testing/open-ledger.ts'
import { chargeStatement } from './charge-statement.ts'

let ledger: TestLedger
beforeAll(async () => {
  ledger = await openLedger()
})
afterAll(() => ledger.database.drop())

const charge = (id: string, priceCredits = 10) => {
  const ctx = ledger.ctx as DomainContext
  return withPostingErrors(() => ctx.prisma.$executeRaw(chargeStatement(ctx, { id, priceCredits })))
}
const statuses = async (id: string) => {
  const generation = await ledger.ctx.prisma.generation.findUniqueOrThrow({
    where: { id },
    include: { creation: true },
  })
  return [generation.status, generation.creation.status]
}
const creditsOf = async (userId: string) => (await getBalance(ledger.ctx, { userId })).credits

it('charges and accepts once, however many ask at once', async () => {
  const userId = await ledger.addUser(50)
  const id = await addGeneration(ledger, userId, { status: 'requested' })
  const changed = await Promise.all(Array.from({ length: 8 }, () => charge(id)))
  expect(changed.reduce((sum, count) => sum + count)).toBe(1)
  expect(await statuses(id)).toEqual(['accepted', 'accepted'])
  expect(await creditsOf(userId)).toBe(40)
})

it('accepts nothing that cannot be paid', async () => {
  const userId = await ledger.addUser(9)
  const id = await addGeneration(ledger, userId, { status: 'requested' })
  await expect(charge(id)).rejects.toMatchObject({ code: 'CREDITS_INSUFFICIENT', params: { balance: 9, needed: 10 } })
  expect(await statuses(id)).toEqual(['requested', 'draft'])
})

it('charges nothing that is not waiting to be accepted', async () => {
  const userId = await ledger.addUser(50)
  for (const status of ['refused', 'cancelled', 'failed', 'succeeded'] as const) {
    const id = await addGeneration(ledger, userId, { status })
    expect(await charge(id)).toBe(0)
    expect(await statuses(id)).toEqual([status, 'draft'])
  }
  expect(await creditsOf(userId)).toBe(50)
})

it('accepts without an entry what somebody else pays for', async () => {
  const userId = await ledger.addUser()
  const id = await addGeneration(ledger, userId, { status: 'requested', price: 0 })
  expect(await charge(id, 0)).toBe(1)
  expect(await ledger.ctx.prisma.creditEntry.count({ where: { account: { userId } } })).toBe(0)
})
