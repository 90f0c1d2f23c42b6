import { afterAll, beforeAll, expect, it } from 'vitest'
import { createUser } from '../accounts/create-user.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { standardBenefits } from '../testing/standard-benefits.ts'
import { getMembership, invalidateMembership } from './get-membership.ts'

let domain: TestDomain
let deaf: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
  deaf = await createTestDomain({ redisUrl: 'redis://127.0.0.1:1' })
})
afterAll(() => Promise.all([domain.close(), deaf.close()]))

const day = 86_400_000
const none = { isMember: false, endsAt: null, benefits: null }

async function addUser({ ctx }: TestDomain): Promise<string> {
  const username = `m-${ctx.newId()}`
  return createUser(ctx, { username, email: `${username}@example.com`, passwordHash: 'none', role: 'creator' })
}

async function addPeriod({ ctx }: TestDomain, userId: string, days: number): Promise<Date> {
  const startsAt = ctx.clock.now()
  const endsAt = new Date(startsAt.getTime() + days * day)
  await ctx.prisma.membershipPeriod.create({
    data: { id: ctx.newId(), userId, startsAt, endsAt, source: 'gift', sourceId: 'test', createdAt: startsAt },
  })
  return endsAt
}

it('answers from the cache until it is invalidated', async () => {
  const userId = await addUser(domain)
  const endsAt = await addPeriod(domain, userId, 30)
  const member = { isMember: true, endsAt: endsAt.toISOString(), benefits: standardBenefits }
  expect(await getMembership(domain.ctx, userId)).toEqual(member)
  await domain.ctx.prisma.membershipPeriod.deleteMany({ where: { userId } })
  expect(await getMembership(domain.ctx, userId)).toEqual(member)
  await invalidateMembership(domain.ctx, userId)
  expect(await getMembership(domain.ctx, userId)).toEqual(none)
})

it('keeps nobody’s absence: a member is not charged because an invalidation was lost', async () => {
  const userId = await addUser(domain)
  expect(await getMembership(domain.ctx, userId)).toEqual(none)
  await addPeriod(domain, userId, 30)
  expect((await getMembership(domain.ctx, userId)).isMember).toBe(true)
})

it('ends on time although it is cached', async () => {
  const userId = await addUser(domain)
  await addPeriod(domain, userId, 1)
  expect((await getMembership(domain.ctx, userId)).isMember).toBe(true)
  domain.advance(day)
  expect((await getMembership(domain.ctx, userId)).isMember).toBe(false)
})

it('does not keep what a reader saw before a change that was invalidated meanwhile', async () => {
  const userId = await addUser(domain)
  const { prisma } = domain.ctx
  const slowPrisma = Object.create(prisma) as typeof prisma
  Object.defineProperty(slowPrisma, '$queryRaw', {
    value: async (...query: Parameters<typeof prisma.$queryRaw>) => {
      const rows = await prisma.$queryRaw(...query)
      await addPeriod(domain, userId, 30)
      await invalidateMembership(domain.ctx, userId)
      return rows
    },
  })
  expect(await getMembership({ ...domain.ctx, prisma: slowPrisma }, userId)).toEqual(none)
  expect((await getMembership(domain.ctx, userId)).isMember).toBe(true)
})

it('is right, and quick, without Redis', async () => {
  const userId = await addUser(deaf)
  await addPeriod(deaf, userId, 30)
  const startedAt = performance.now()
  expect((await getMembership(deaf.ctx, userId)).isMember).toBe(true)
  await invalidateMembership(deaf.ctx, userId)
  expect(performance.now() - startedAt).toBeLessThan(3_000)
})
