import { afterAll, beforeAll, expect, it } from 'vitest'
import { login } from '../accounts/login.ts'
import { getBalance } from '../credits/get-balance.ts'
import { getMembership } from '../memberships/get-membership.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain, webClient } from '../testing/test-domain.ts'
import { demoAccounts } from './demo-accounts.ts'
import { seedUsers } from './users.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

it('makes demo accounts that can sign in to their app, and adds nothing when run again', async () => {
  await seedUsers(domain.ctx)
  await seedUsers(domain.ctx)
  const { prisma } = domain.ctx
  expect(await prisma.user.count()).toBe(demoAccounts.length)
  expect(await prisma.membershipPeriod.count()).toBe(1)
  for (const { account, username, password, app, role } of demoAccounts) {
    const { user } = await login(domain.ctx, { login: username, password, client: { ...webClient, app } })
    expect(user.role).toBe(role)
    expect(user.membership.isMember).toBe(account === 'member')
  }
  const creator = await prisma.user.findUniqueOrThrow({ where: { emailKey: 'demo@mozhou.example' } })
  expect(await getBalance(domain.ctx, { userId: creator.id })).toMatchObject({ credits: 1280 })
})

it('renews the membership when the year is over', async () => {
  domain.advance(366 * 86_400_000)
  await seedUsers(domain.ctx)
  const member = await domain.ctx.prisma.user.findUniqueOrThrow({ where: { usernameKey: 'lixia' } })
  expect((await getMembership(domain.ctx, member.id)).isMember).toBe(true)
})
