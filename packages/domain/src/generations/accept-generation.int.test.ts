import { afterAll, beforeAll, expect, it } from 'vitest'
import type { GenerationsContext } from './fulfilment.ts'
import { getBalance } from '../credits/get-balance.ts'
import { addGeneration } from '../credits/testing/add-generation.ts'
import type { TestLedger } from '../credits/testing/open-ledger.ts'
import { openLedger } from '../credits/testing/open-ledger.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { acceptGeneration } from './accept-generation.ts'

let ledger: TestLedger
let domain: TestDomain
let ctx: GenerationsContext
beforeAll(async () => {
  ledger = await openLedger()
  // Redis and settings of a whole context, on the ledger's database, whose catalogue is empty.
  domain = await createTestDomain()
  ctx = { ...domain.ctx, prisma: ledger.ctx.prisma }
})
afterAll(async () => {
  await domain.close()
  await ledger.database.drop()
})

const statusOf = async (id: string) =>
  (await ctx.prisma.generation.findUniqueOrThrow({ where: { id }, select: { status: true } })).status

it('refuses without a charge where there is no model, and says so again', async () => {
  const userId = await ledger.addUser(50)
  const id = await addGeneration(ledger, userId, { status: 'requested' })
  for (const time of [1, 2]) {
    expect(await acceptGeneration(ctx, { generationId: id, userId }), `time ${time}`).toMatchObject({
      kind: 'refused',
      code: 'MODEL_NOT_AVAILABLE',
    })
  }
  expect(await statusOf(id)).toBe('refused')
  expect((await getBalance(ledger.ctx, { userId })).credits).toBe(50)
})

it('does not call refused what an earlier run of the step has charged, when no model is left since', async () => {
  const userId = await ledger.addUser(50)
  const id = await addGeneration(ledger, userId, { status: 'accepted', isCharged: true })
  expect(await acceptGeneration(ctx, { generationId: id, userId })).toEqual({
    kind: 'accepted',
    candidates: [],
    creationKind: 'writing',
    attemptLabel: '文本生成',
    coveredBy: 'credits',
    priceCredits: 10,
  })
  expect(await statusOf(id)).toBe('accepted')
  expect((await getBalance(ledger.ctx, { userId })).credits).toBe(40)
})
