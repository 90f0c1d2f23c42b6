import { generationPriceCredits } from '@mozhou/contracts/generations/price'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { standardBenefits } from '../testing/standard-benefits.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { pressOf, requestGeneration } from './request-generation.ts'
import type { GenerationRequest } from './request-generation.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const dayMs = 86_400_000

async function addUser(isMember = false, benefits = standardBenefits): Promise<string> {
  const { ctx } = domain
  const { user } = await domain.signUp()
  const row = await ctx.prisma.user.findUniqueOrThrow({ where: { usernameKey: user.username }, select: { id: true } })
  if (isMember) await addMembership(row.id, benefits)
  return row.id
}

async function addMembership(userId: string, benefits = standardBenefits): Promise<void> {
  const { ctx } = domain
  const startsAt = ctx.clock.now()
  const endsAt = new Date(startsAt.getTime() + 30 * dayMs)
  await ctx.prisma.membershipPeriod.create({
    data: {
      id: ctx.newId(),
      userId,
      startsAt,
      endsAt,
      source: 'gift',
      sourceId: 'test',
      benefits,
      createdAt: startsAt,
    },
  })
}

const newPress = (mostCredits?: number) => pressOf({ requestKey: crypto.randomUUID(), userId: '', mostCredits })

function requestOf(userId: string, changes: Partial<GenerationRequest> = {}): GenerationRequest {
  return {
    userId,
    press: newPress(),
    creationKind: 'writing',
    kind: 'generate',
    tool: 'wechat-article',
    creationId: null,
    title: '城市夜跑',
    input: { topic: '城市夜跑' },
    baseVersionId: null,
    pickedModelId: null,
    usualModelId: null,
    ...changes,
  }
}

const ask = (userId: string, changes: Partial<GenerationRequest> = {}) =>
  requestGeneration(domain.ctx, requestOf(userId, changes))

/** How many of each answer: `ok`, or the code of a refusal. */
async function tally(calls: Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const result of await Promise.allSettled(calls)) {
    const answer = result.status === 'fulfilled' ? 'ok' : String(Reflect.get(Object(result.reason), 'code'))
    counts[answer] = (counts[answer] ?? 0) + 1
  }
  return counts
}

const end = (userId: string) =>
  domain.ctx.prisma.generation.updateMany({ where: { userId }, data: { status: 'succeeded' } })
const generationsOf = (userId: string) => domain.ctx.prisma.generation.count({ where: { userId } })

describe('the same request key', () => {
  it('gives one generation and fifty equal answers at once', async () => {
    const userId = await addUser()
    const press = newPress()
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(userId, { press })))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(await generationsOf(userId)).toBe(1)
    expect(await domain.ctx.prisma.creation.count({ where: { userId } })).toBe(1)
  })

  it('gives the first answer long after, whatever the limits say by then', async () => {
    const userId = await addUser()
    const press = newPress()
    const first = await ask(userId, { press })
    await end(userId)
    await ask(userId)
    await ask(userId)
    expect(await tally([ask(userId)])).toEqual({ CONCURRENCY_LIMIT: 1 })
    expect(await ask(userId, { press })).toEqual(first)
  })

  it('keeps the price of the first answer when a membership begins in between', async () => {
    const userId = await addUser()
    const press = newPress()
    await ask(userId, { press })
    await addMembership(userId)
    expect(await ask(userId, { press })).toMatchObject({
      coveredBy: 'credits',
      priceCredits: generationPriceCredits,
    })
  })

  it('is not taken for another press: of another kind or with another input', async () => {
    const userId = await addUser()
    const requestKey = crypto.randomUUID()
    const pressFor = (topic: string) => pressOf(Object.assign({ requestKey, userId }, { input: { topic } }))
    const first = await ask(userId, { press: pressFor('茶') })
    await expect(ask(userId, { press: pressFor('酒') })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
    await expect(ask(userId, { press: pressFor('茶'), kind: 'regenerate' })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    })
    expect(await ask(userId, { press: pressFor('茶') })).toEqual(first)
  })

  it('belongs to one person: another’s is another generation', async () => {
    const [userId, otherId] = [await addUser(), await addUser()]
    const press = newPress()
    const mine = await ask(userId, { press })
    const theirs = await ask(otherId, { press })
    expect(theirs.generationId).not.toBe(mine.generationId)
    expect(theirs.userId).toBe(otherId)
  })
})

describe('a price that the person was told', () => {
  const more = generationPriceCredits - 1

  it('is not gone beyond: nothing is begun for more', async () => {
    const userId = await addUser()
    const params = { credits: generationPriceCredits }
    await expect(ask(userId, { press: newPress(more) })).rejects.toMatchObject({ code: 'PRICE_CHANGED', params })
    expect(await generationsOf(userId)).toBe(0)
    expect(await ask(userId, { press: newPress(generationPriceCredits) })).toMatchObject({
      priceCredits: generationPriceCredits,
    })
  })

  it('is not asked of a press that was answered before, nor of members, who pay nothing', async () => {
    const userId = await addUser()
    const requestKey = crypto.randomUUID()
    const pressed = (mostCredits: number) => pressOf({ requestKey, userId, mostCredits })
    const first = await ask(userId, { press: pressed(generationPriceCredits) })
    expect(await ask(userId, { press: pressed(more) })).toEqual(first)
    expect(await ask(await addUser(true), { press: newPress(0) })).toMatchObject({ priceCredits: 0 })
  })
})

describe('limits', () => {
  it.each([
    [false, 2],
    [true, 5],
  ])('hold exactly when 20 are asked for at once (member: %s)', async (isMember, limit) => {
    const userId = await addUser(isMember)
    const counts = await tally(Array.from({ length: 20 }, () => ask(userId)))
    expect(counts).toEqual({ ok: limit, CONCURRENCY_LIMIT: 20 - limit })
    expect(await generationsOf(userId)).toBe(limit)
  })

  it('count what is under way, and not what has ended', async () => {
    const userId = await addUser()
    await ask(userId)
    await ask(userId)
    await end(userId)
    expect(await tally([ask(userId)])).toEqual({ ok: 1 })
  })

  it('let one of many write to the same creation', async () => {
    const userId = await addUser(true)
    const { creationId } = await ask(userId)
    const again = () => ask(userId, { creationId, kind: 'regenerate' })
    expect(await tally([again()])).toEqual({ CREATION_BUSY: 1 })
    await end(userId)
    expect(await tally(Array.from({ length: 10 }, again))).toEqual({ ok: 1, CREATION_BUSY: 9 })
    const ordinals = await domain.ctx.prisma.generation.findMany({
      where: { creationId },
      orderBy: { ordinal: 'asc' },
      select: { ordinal: true, status: true },
    })
    expect(ordinals).toEqual([
      { ordinal: 1, status: 'succeeded' },
      { ordinal: 2, status: 'requested' },
    ])
  })

  it('give members a ceiling for a day, which moves with the clock', async () => {
    const userId = await addUser(true, { ...standardBenefits, dailyLimit: 4 })
    const askToday = () => ask(userId)
    expect(await tally(Array.from({ length: 8 }, askToday))).toEqual({ ok: 4, FAIR_USE_LIMIT: 4 })
    await end(userId)
    domain.advance(dayMs / 4)
    const params = { limit: 4, retryAfterSeconds: (dayMs * 0.75) / 1_000 }
    await expect(askToday()).rejects.toMatchObject({ code: 'FAIR_USE_LIMIT', params })
    domain.advance(dayMs * 0.75 + 1_000)
    expect(await tally([askToday()])).toEqual({ ok: 1 })
  })

  it('do not count what was refused', async () => {
    const userId = await addUser(true, { ...standardBenefits, dailyLimit: 1 })
    await ask(userId)
    await domain.ctx.prisma.generation.updateMany({ where: { userId }, data: { status: 'refused' } })
    expect(await tally([ask(userId)])).toEqual({ ok: 1 })
  })
})

describe('what is written down', () => {
  it('is a request nobody has been charged for, and a draft', async () => {
    const userId = await addUser()
    const { generationId, creationId, ordinal, tier, coveredBy, priceCredits } = await ask(userId)
    expect({ ordinal, tier, coveredBy, priceCredits }).toEqual({
      ordinal: 1,
      tier: 'free',
      coveredBy: 'credits',
      priceCredits: 10,
    })
    const row = await domain.ctx.prisma.generation.findUniqueOrThrow({
      where: { id: generationId },
      include: { creation: true },
    })
    expect(row).toMatchObject({ status: 'requested', input: { topic: '城市夜跑' }, acceptedAt: null, draftText: '' })
    expect(row.creation).toMatchObject({ id: creationId, status: 'draft', title: '城市夜跑', userId })
    const entries = await domain.ctx.prisma.creditEntry.count({ where: { account: { userId }, kind: 'consume' } })
    expect(entries).toBe(0)
  })

  it('costs members nothing, and says that the membership covers it', async () => {
    const userId = await addUser(true)
    expect(await ask(userId)).toMatchObject({ tier: 'member', coveredBy: 'membership', priceCredits: 0 })
  })

  it('costs nobody anything to continue', async () => {
    const userId = await addUser()
    const { creationId } = await ask(userId)
    await end(userId)
    expect(await ask(userId, { creationId, kind: 'continue' })).toMatchObject({
      coveredBy: 'continuation',
      priceCredits: 0,
      ordinal: 2,
    })
  })

  it('may hold characters that the database cannot: they are left out', async () => {
    const userId = await addUser()
    const { generationId } = await ask(userId, {
      title: 'a\u0000b',
      input: { topic: 'a\u0000b\ud83d', keywords: ['\udc00'] },
    })
    const row = await domain.ctx.prisma.generation.findUniqueOrThrow({
      where: { id: generationId },
      include: { creation: true },
    })
    expect(row.creation.title).toBe('ab')
    expect(row.input).toEqual({ topic: 'ab\ufffd', keywords: ['\ufffd'] })
  })
})
