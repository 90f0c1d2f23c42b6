import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { getGoal } from '../goals/get-goal.ts'
import { setGoal } from '../goals/set-goal.ts'
import { addWork } from '../creations/testing/add-work.ts'
import { updateCreation } from '../editing/update-creation.ts'
import { duplicateCreation } from '../creations/duplicate-creation.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { isOpenTo } from './is-open-to.ts'
import { listEarlyFeatures, listFeatures } from './list-features.ts'
import { setFeature } from './set-feature.ts'

let domain: TestDomain
let ctx: TestDomain['ctx']
let actor: { userId: string; requestId: string }
beforeAll(async () => {
  domain = await createTestDomain()
  ctx = domain.ctx
  actor = { userId: await newPerson(), requestId: 'test' }
})
afterAll(() => domain.close())
beforeEach(async () => {
  const [row] = await listFeatures(ctx)
  if (row && row.state !== 'off') await set(row.state, 'off')
})

const newPerson = async () => parseId('user', (await domain.signUp()).user.id) ?? ''
const set = (before: 'off' | 'members' | 'everybody', state: typeof before) =>
  setFeature(ctx, { feature: 'writing_goal', before, state, actor })
const may = (userId: string) => isOpenTo(ctx, 'writing_goal', userId)

async function newMember(): Promise<string> {
  const userId = await newPerson()
  const [startsAt, endsAt] = [
    new Date(ctx.clock.now().getTime() - 1_000),
    new Date(ctx.clock.now().getTime() + 86_400_000),
  ]
  const given = { source: 'gift', sourceId: crypto.randomUUID(), createdAt: startsAt }
  await ctx.prisma.membershipPeriod.create({ data: { id: ctx.newId(), userId, startsAt, endsAt, ...given } })
  return userId
}

it('is open to members first, then to everybody, at once', async () => {
  const [member, other] = [await newMember(), await newPerson()]
  const both = async () => [await may(member), await may(other)]
  expect(await both()).toEqual([false, false])
  expect(await listEarlyFeatures(ctx)).toEqual([])
  await set('off', 'members')
  expect(await both()).toEqual([true, false])
  expect(await listEarlyFeatures(ctx)).toMatchObject([{ feature: 'writing_goal' }])
  await set('members', 'everybody')
  expect(await both()).toEqual([true, true])
  await set('everybody', 'off')
  expect(await both()).toEqual([false, false])
})

it('is changed by one of two at once, and every change is written down', async () => {
  const changes = await Promise.allSettled([set('off', 'members'), set('off', 'everybody')])
  expect(changes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const [row] = await listFeatures(ctx)
  await expect(set('off', 'members')).rejects.toMatchObject({ code: 'FEATURE_CHANGED' })
  const rows = await ctx.prisma.auditRow.findMany({ where: { action: 'feature.set' }, orderBy: { createdAt: 'desc' } })
  expect(rows[0]).toMatchObject({ target: 'writing_goal', before: { state: 'off' }, after: { state: row?.state } })
})

it('refuses the goal of who does not have it, and shows members first', async () => {
  const [member, other] = [await newMember(), await newPerson()]
  await expect(setGoal(ctx, { userId: other, words: 1_000 })).rejects.toMatchObject({ code: 'FEATURE_OFF' })
  expect(await getGoal(ctx, member)).toEqual({ access: 'off', membersSince: null, goal: null })
  await set('off', 'members')
  await expect(setGoal(ctx, { userId: other, words: 1_000 })).rejects.toMatchObject({ code: 'FEATURE_FOR_MEMBERS' })
  expect(await getGoal(ctx, other)).toMatchObject({ access: 'members_first', goal: null })
  expect((await setGoal(ctx, { userId: member, words: 1_000 })).goal).toEqual({ words: 1_000, writtenToday: 0 })
  expect((await setGoal(ctx, { userId: member, words: null })).goal).toEqual({ words: null, writtenToday: 0 })
})

it('counts what works have grown by today, and no copy', async () => {
  await set('off', 'everybody')
  const userId = await newPerson()
  const work = await addWork(ctx, userId)
  const { wordCount } = await ctx.prisma.creation.findUniqueOrThrow({ where: { id: work.creationId } })
  const today = async () => (await getGoal(ctx, userId)).goal?.writtenToday
  expect(await today()).toBe(wordCount)
  await duplicateCreation(ctx, { userId, creationId: work.creationId, requestKey: crypto.randomUUID() })
  expect(await today()).toBe(wordCount)
  domain.advance(2 * 86_400_000)
  expect(await today()).toBe(0)
  await updateCreation(ctx, { userId, creationId: work.creationId, baseVersionId: work.versionId, title: '改个题目' })
  expect(await today()).toBe(0)
})
