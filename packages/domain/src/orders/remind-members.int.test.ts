import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { listNotifications } from '../notifications/list-notifications.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { inTransaction } from '../transaction.ts'
import { standardBenefits } from '../testing/standard-benefits.ts'
import { openPeriod } from './open-period.ts'
import { remindMembers } from './remind-members.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())
beforeEach(() => domain.ctx.prisma.membershipPeriod.deleteMany())

const hour = 3_600_000
const day = 24 * hour

async function newMember(days: number, now = domain.ctx.clock.now()): Promise<string> {
  const userId = parseId('user', (await domain.signUp()).user.id) ?? ''
  await addPeriod(userId, 0, days, now)
  return userId
}

async function addPeriod(
  userId: string,
  fromDays: number,
  toDays: number,
  now = domain.ctx.clock.now(),
): Promise<void> {
  const { ctx } = domain
  const [startsAt, endsAt] = [fromDays, toDays].map((days) => new Date(now.getTime() + days * day))
  if (!startsAt || !endsAt) throw new Error('no days')
  await ctx.prisma.membershipPeriod.create({
    data: { id: ctx.newId(), userId, startsAt, endsAt, source: 'gift', sourceId: ctx.newId(), createdAt: now },
  })
}
const told = async (userId: string) =>
  (await listNotifications(domain.ctx, { userId, limit: 50 })).items.map(({ kind, params }) =>
    kind === 'membership_ending' && 'days' in params ? params.days : kind,
  )

it('tells within 7, 3 and 1 days and at the end, each once, however often it runs', async () => {
  const userId = await newMember(10)
  for (let hours = 0; hours < 12 * 24; hours += 6) {
    await remindMembers(domain.ctx)
    await Promise.all([remindMembers(domain.ctx), remindMembers(domain.ctx)])
    domain.advance(6 * hour)
  }
  expect(await told(userId)).toEqual(['membership_ended', 1, 3, 7])
})

it('tells who is reached late the nearest alone, and of an end that is long past nothing', async () => {
  const userId = await newMember(8)
  domain.advance(7.5 * day)
  await remindMembers(domain.ctx)
  expect(await told(userId)).toEqual([1])
  domain.advance(5 * day)
  await remindMembers(domain.ctx)
  expect(await told(userId)).toEqual([1])
})

it('33: tells nobody whose membership goes on, and begins anew for the new end', async () => {
  const now = domain.ctx.clock.now()
  const userId = await newMember(5, now)
  await addPeriod(userId, 5, 35, now)
  await remindMembers(domain.ctx)
  domain.advance(6 * day)
  await remindMembers(domain.ctx)
  expect(await told(userId)).toEqual([])
  domain.advance(24 * day)
  await remindMembers(domain.ctx)
  expect(await told(userId)).toEqual([7])
})

it('tells of the end of each of two memberships with a gap between them', async () => {
  const userId = await newMember(2)
  await addPeriod(userId, 10, 40)
  await remindMembers(domain.ctx)
  domain.advance(2 * day)
  await remindMembers(domain.ctx)
  expect(await told(userId)).toEqual(['membership_ended', 3])
})

it('tells everybody in one run, and in the next nobody', async () => {
  const people = await Promise.all(Array.from({ length: 8 }, () => newMember(2)))
  const { ctx } = domain
  await ctx.prisma.$executeRaw`
    INSERT INTO membership_periods (id, user_id, starts_at, ends_at, source, source_id, created_at)
    SELECT gen_random_uuid(), u.id, ${ctx.clock.now()}, ${new Date(ctx.clock.now().getTime() + day)}, 'gift', u.id::text, now()
    FROM users u WHERE NOT EXISTS (SELECT 1 FROM membership_periods p WHERE p.user_id = u.id)`
  const members = await ctx.prisma.membershipPeriod.count()
  expect(members).toBeGreaterThan(people.length)
  expect(await remindMembers(ctx)).toEqual({ told: members })
  expect(await remindMembers(ctx)).toEqual({ told: 0 })
})

it('calls the first months opened and the next ones renewed', async () => {
  const userId = parseId('user', (await domain.signUp()).user.id) ?? ''
  for (const months of [1, 3])
    await inTransaction(domain.ctx, (tx) =>
      openPeriod(tx, { userId, orderId: domain.ctx.newId(), months, benefits: standardBenefits }),
    )
  expect(await told(userId)).toEqual(['membership_renewed', 'membership_opened'])
})
