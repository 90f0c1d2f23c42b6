import { adjustCreditsInput } from '@mozhou/contracts/credits/inputs'
import { formatId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../new-id.ts'
import { adjustCredits } from './adjust-credits.ts'
import { getBalance } from './get-balance.ts'
import type { TestLedger } from './testing/open-ledger.ts'
import { openLedger } from './testing/open-ledger.ts'

let ledger: TestLedger
beforeAll(async () => {
  ledger = await openLedger()
})
afterAll(() => ledger.database.drop())

const actor = { userId: newId(), requestId: 'req_1' }
const adjust = (userId: string, input: { amount: number; requestKey?: string; reason?: string }) =>
  adjustCredits(ledger.ctx, {
    ...adjustCreditsInput.parse({
      userId: formatId('user', userId),
      reason: '补偿：生成中断',
      requestKey: newId(),
      ...input,
    }),
    actor,
  })
const auditRows = (userId: string) =>
  ledger.ctx.prisma.auditRow.findMany({ where: { target: formatId('user', userId) } })

it('gives with a reason, and writes down who, what and why', async () => {
  const userId = await ledger.addUser(5)
  const entry = await adjust(userId, { amount: 20 })
  expect(entry).toMatchObject({ kind: 'adjust', amount: 20, balanceAfter: 25, reason: '补偿：生成中断' })
  expect(await auditRows(userId)).toMatchObject([
    {
      actorId: actor.userId,
      permission: 'ledger:adjust',
      action: 'credits.adjust',
      before: { unit: 'credits', balance: 5 },
      after: { unit: 'credits', balance: 25, amount: 20, reason: '补偿：生成中断', entryId: entry.id },
      requestId: 'req_1',
    },
  ])
})

it('gives nobody anything of their own', async () => {
  const userId = await ledger.addUser(5)
  const own = adjustCredits(ledger.ctx, {
    ...adjustCreditsInput.parse({
      userId: formatId('user', userId),
      reason: '给自己加一点',
      requestKey: newId(),
      amount: 20,
    }),
    actor: { ...actor, userId },
  })
  await expect(own).rejects.toMatchObject({ code: 'USER_IS_ONESELF' })
  expect(await getBalance(ledger.ctx, { userId })).toMatchObject({ credits: 5 })
  expect(await auditRows(userId)).toEqual([])
})

it('has one effect and one audit row when the button is pressed twice', async () => {
  const userId = await ledger.addUser(5)
  const requestKey = newId()
  const [first, second] = await Promise.all([
    adjust(userId, { amount: 20, requestKey }),
    adjust(userId, { amount: 20, requestKey }),
  ])
  expect(second).toEqual(first)
  expect(await auditRows(userId)).toHaveLength(1)
  await expect(adjust(userId, { amount: 21, requestKey })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
})

it('refuses another reason under the same request key, also at the same time', async () => {
  const userId = await ledger.addUser(5)
  const requestKey = newId()
  const first = await adjust(userId, { amount: 20, requestKey, reason: '补偿中断' })
  await expect(adjust(userId, { amount: 20, requestKey, reason: '活动的奖励' })).rejects.toMatchObject({
    code: 'IDEMPOTENCY_KEY_REUSED',
  })
  expect(await adjust(userId, { amount: 20, requestKey, reason: ' 补偿中断 ' })).toEqual(first)
  const reasons = ['理由之一', '理由之二', '理由之三', '理由之四']
  const otherKey = newId()
  const results = await Promise.allSettled(
    reasons.map((reason) => adjust(userId, { amount: 1, requestKey: otherKey, reason })),
  )
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const result of results)
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
  expect(await getBalance(ledger.ctx, { userId })).toEqual({ credits: 26, cashFen: 0 })
  expect(await auditRows(userId)).toHaveLength(2)
})

it('never takes more than there is, and then leaves no audit row', async () => {
  const userId = await ledger.addUser(5)
  await expect(adjust(userId, { amount: -6 })).rejects.toMatchObject({
    code: 'CREDITS_INSUFFICIENT',
    params: { balance: 5, needed: 6 },
  })
  expect(await auditRows(userId)).toEqual([])
  expect(await getBalance(ledger.ctx, { userId })).toEqual({ credits: 5, cashFen: 0 })
})

it('tells an unknown user', async () => {
  await expect(adjust(newId(), { amount: 1 })).rejects.toMatchObject({ code: 'USER_NOT_FOUND' })
})
