import { listTransactionsInput, transactionsCsvInput } from '@mozhou/contracts/credits/inputs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseId } from '@mozhou/contracts/ids'
import { invalidateMembership } from '../memberships/get-membership.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { standardBenefits } from '../testing/standard-benefits.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { adjustCredits } from './adjust-credits.ts'
import { exportTransactions } from './export-transactions.ts'
import { getAllowance } from '../generations/get-allowance.ts'
import { listRefunds } from './list-refunds.ts'
import { listTransactions } from './list-transactions.ts'
import { postEntry } from './post-entry.ts'
import { reverseEntry } from './reverse-entry.ts'

let domain: TestDomain
let userId: string
beforeAll(async () => {
  domain = await createTestDomain()
  userId = parseId('user', (await domain.signUp()).user.id) ?? ''
})
afterAll(() => domain.close())

const adjust = (amount: number, reason: string) =>
  adjustCredits(domain.ctx, {
    userId,
    unit: 'credits',
    amount,
    reason,
    requestKey: crypto.randomUUID(),
    actor: { userId: domain.ctx.newId(), requestId: 'req' },
  })

it('the file holds what the list shows, under the same filters, and no formula', async () => {
  await adjust(25, '=HYPERLINK("http://evil")')
  await adjust(-5, '更正，多给了')
  const all = await exportTransactions(domain.ctx, { ...transactionsCsvInput.parse({}), userId })
  const listed = await listTransactions(domain.ctx, { ...listTransactionsInput.parse({ limit: 100 }), userId })
  const lines = all.text.trim().split('\r\n')
  expect(all.text.startsWith('\uFEFF')).toBe(true)
  expect(lines[0]).toBe('流水号,时间（北京时间）,类型,变动,余额,说明,来源,来源编号,冲正流水,操作,作品')
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(listed.items.map(({ id }) => id))
  expect(all.text).toContain(`"'=HYPERLINK(""http://evil"")"`)
  expect(all.isTruncated).toBe(false)
  const taken = { ...transactionsCsvInput.parse({ direction: 'out', locale: 'en' }), userId }
  const out = (await exportTransactions(domain.ctx, taken)).text.trim().split('\r\n')
  expect(out).toHaveLength(2)
  expect(out[1]).toContain('Adjustment,-5,70')
})

it('the refund log names whom and what', async () => {
  const generationId = domain.ctx.newId()
  const reference = { type: 'generation', id: generationId } as const
  const key = `charge:${generationId}`
  await postEntry(domain.ctx, { key, kind: 'consume', userId, unit: 'credits', amount: -10, reference })
  await reverseEntry(domain.ctx, { key: `refund:${generationId}`, originalKey: key, kind: 'refund' })
  const { username } = await domain.ctx.prisma.user.findUniqueOrThrow({ where: { id: userId } })
  const page = await listRefunds(domain.ctx, { limit: 20 })
  expect(page.items).toMatchObject([
    { kind: 'refund', amount: 10, username, referenceType: 'generation', failureCode: null },
  ])
})

it('the allowance says the limits and how much of them is taken', async () => {
  const { concurrency, dailyLimit } = standardBenefits
  expect(await getAllowance(domain.ctx, { userId })).toEqual({
    isMember: false,
    underWay: 0,
    concurrencyLimit: domain.ctx.settings.concurrencyLimit,
    lastDay: 0,
    dailyLimit: null,
  })
  const memberId = parseId('user', (await domain.signUp()).user.id) ?? ''
  const now = domain.ctx.clock.now()
  await domain.ctx.prisma.membershipPeriod.create({
    data: {
      id: domain.ctx.newId(),
      userId: memberId,
      startsAt: now,
      endsAt: new Date(now.getTime() + 86_400_000),
      source: 'gift',
      sourceId: 'test',
      createdAt: now,
    },
  })
  await invalidateMembership(domain.ctx, memberId)
  for (const [status, hoursAgo] of [
    ['running', 1],
    ['succeeded', 2],
    ['refused', 3],
    ['failed', 25],
  ] as const)
    await addGeneration(memberId, status, new Date(now.getTime() - hoursAgo * 3_600_000))
  expect(await getAllowance(domain.ctx, { userId: memberId })).toEqual({
    isMember: true,
    underWay: 1,
    concurrencyLimit: concurrency,
    lastDay: 2,
    dailyLimit,
  })
})

async function addGeneration(owner: string, status: string, createdAt: Date): Promise<void> {
  const { prisma, newId } = domain.ctx
  const creation = {
    id: newId(),
    userId: owner,
    kind: 'writing',
    toolKey: 'wechat-article',
    title: '题',
    status: 'draft',
  }
  await prisma.creation.create({ data: { ...creation, createdAt, updatedAt: createdAt } })
  const terms = {
    ordinal: 1,
    kind: 'generate',
    requestKey: newId(),
    input: {},
    coveredBy: 'membership',
    priceCredits: 0,
  }
  await prisma.generation.create({
    data: { id: newId(), creationId: creation.id, userId: owner, status, createdAt, ...terms },
  })
}
