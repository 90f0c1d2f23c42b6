import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditLedger } from '../credits/audit-ledger.ts'
import { getBalance } from '../credits/get-balance.ts'
import { addGeneration } from '../credits/testing/add-generation.ts'
import type { TestLedger } from '../credits/testing/open-ledger.ts'
import { openLedger } from '../credits/testing/open-ledger.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { repairGeneration } from './repair-generation.ts'

let ledger: TestLedger
let domain: TestDomain
let ctx: TestDomain['ctx']
beforeAll(async () => {
  ledger = await openLedger()
  // Redis and settings of a whole context, on the ledger's database.
  domain = await createTestDomain()
  ctx = { ...domain.ctx, prisma: ledger.ctx.prisma }
})
afterAll(async () => {
  await domain.close()
  await ledger.database.drop()
})

const creditsOf = async (userId: string) => (await getBalance(ledger.ctx, { userId })).credits
const statusOf = async (id: string) =>
  (await ctx.prisma.generation.findUniqueOrThrow({ where: { id }, select: { status: true } })).status
const failedChecks = async () => (await auditLedger(ctx)).checks.filter(({ isPassed }) => !isPassed)

it('fails and refunds what was charged and never ended, once, however many ask at once', async () => {
  const userId = await ledger.addUser(50)
  const id = await addGeneration(ledger, userId, { status: 'running', isCharged: true })
  const repaired = await Promise.all(Array.from({ length: 5 }, () => repairGeneration(ctx, { generationId: id })))
  expect(repaired.filter(Boolean)).toHaveLength(1)
  expect(await statusOf(id)).toBe('failed')
  expect(await creditsOf(userId)).toBe(50)
  expect(await failedChecks()).toEqual([])
})

it('fails what was never charged', async () => {
  const userId = await ledger.addUser(50)
  const id = await addGeneration(ledger, userId, { status: 'requested' })
  expect(await repairGeneration(ctx, { generationId: id })).toBe(true)
  expect(await statusOf(id)).toBe('failed')
  expect(await creditsOf(userId)).toBe(50)
})

it('refunds nothing that succeeded while the sweep was on its way', async () => {
  const userId = await ledger.addUser(50)
  const id = await addGeneration(ledger, userId, { status: 'succeeded', isCharged: true, hasText: true })
  expect(await repairGeneration(ctx, { generationId: id })).toBe(false)
  expect(await statusOf(id)).toBe('succeeded')
  expect(await creditsOf(userId)).toBe(40)
  expect(await failedChecks()).toEqual([])
})
