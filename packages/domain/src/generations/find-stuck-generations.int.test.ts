import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { findStuckGenerations } from './find-stuck-generations.ts'
import { requestGeneration } from './request-generation.ts'
import { requestStop } from './request-stop.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

async function addMember(): Promise<string> {
  const { ctx } = domain
  const { user } = await domain.signUp()
  const { id } = await ctx.prisma.user.findUniqueOrThrow({
    where: { usernameKey: user.username },
    select: { id: true },
  })
  const startsAt = ctx.clock.now()
  const endsAt = new Date(startsAt.getTime() + 86_400_000)
  await ctx.prisma.membershipPeriod.create({
    data: { id: ctx.newId(), userId: id, startsAt, endsAt, source: 'gift', sourceId: 'test', createdAt: startsAt },
  })
  return id
}

it('a member’s swept continuation keeps its place in the queue: it ran as free, for nothing covers it but the first charge', async () => {
  const userId = await addMember()
  const requested = await requestGeneration(domain.ctx, {
    userId,
    press: { requestKey: crypto.randomUUID(), fingerprint: new Uint8Array(32) },
    creationKind: 'writing',
    kind: 'continue',
    tool: 'wechat-article',
    creationId: null,
    title: '题',
    input: { form: {} },
    baseVersionId: null,
    pickedModelId: null,
    usualModelId: null,
  })
  expect(requested).toMatchObject({ coveredBy: 'continuation', priceCredits: 0, tier: 'member' })
  domain.advance(60_000)
  expect(await findStuckGenerations(domain.ctx, { olderThanMs: 30_000 })).toEqual([
    { ...requested, isStopRequested: false },
  ])
  await requestStop(domain.ctx, { generationId: requested.generationId, userId })
  expect(await findStuckGenerations(domain.ctx, { olderThanMs: 30_000 })).toEqual([
    { ...requested, isStopRequested: true },
  ])
})
