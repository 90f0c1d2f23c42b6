import { setTimeout as sleep } from 'node:timers/promises'
import type { ProgressEvent, TrackedProgress } from '@mozhou/contracts/generations/events'
import type { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRedis } from '../redis-client.ts'
import { testRedisUrl } from '../testing/env.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { announceDone } from './announce-done.ts'
import { followGeneration } from './follow-generation.ts'
import { createProgressLog } from './progress-log.ts'
import { createProgressHub } from './progress-hub.ts'
import type { ProgressHub } from './progress-hub.ts'
import { appendProgress, foldProgress, streamKey } from './progress-stream.ts'
import { requestGeneration } from './request-generation.ts'

let domain: TestDomain
let subscriber: Redis
let hub: ProgressHub
beforeAll(async () => {
  domain = await createTestDomain()
  subscriber = createRedis(testRedisUrl(), domain.ctx.log, 'subscriber')
  hub = createProgressHub(subscriber)
})
afterAll(async () => {
  subscriber.disconnect()
  await domain.close()
})

const reset = (text = ''): ProgressEvent => ({ type: 'reset', model: 'm', isFallback: false, attempt: 1, text })
const delta = (text: string): ProgressEvent => ({ type: 'delta', text })
const done = {
  type: 'done',
  status: 'failed',
  versionId: null,
  isIncomplete: false,
  refundedCredits: 0,
  failure: 'GENERATION_BUSY',
} as const

async function startGeneration(): Promise<{ generationId: string; userId: string }> {
  const { user } = await domain.signUp()
  const { id: userId } = await domain.ctx.prisma.user.findUniqueOrThrow({ where: { usernameKey: user.username } })
  const { generationId } = await requestGeneration(domain.ctx, {
    userId,
    press: { requestKey: crypto.randomUUID(), fingerprint: new Uint8Array(32) },
    creationKind: 'writing',
    kind: 'generate',
    tool: 'wechat-article',
    creationId: null,
    title: '题',
    input: { topic: '题目' },
    baseVersionId: null,
    pickedModelId: null,
    usualModelId: null,
  })
  await setRow(generationId, { status: 'running', draftModel: 'm' })
  return { generationId, userId }
}

const setRow = (id: string, data: { status?: string; draftText?: string; draftModel?: string; failureCode?: string }) =>
  domain.ctx.prisma.generation.update({ where: { id }, data, select: { id: true } })

async function write(generationId: string, epoch: number, events: ProgressEvent[], from = 1): Promise<void> {
  for (const [index, event] of events.entries())
    await appendProgress(domain.ctx.redis, generationId, `${epoch}-${from + index}`, event, true)
}

/** Ends the row first and announces it then, as the product does. */
async function end(generationId: string): Promise<void> {
  await setRow(generationId, { status: 'failed', failureCode: 'GENERATION_BUSY' })
  await announceDone(domain.ctx, generationId, done)
}

interface Viewing {
  generationId: string
  userId: string
  after?: string | null
  /** Leaves after this many events. */
  take?: number
  ctx?: TestDomain['ctx']
}

/** Follows until the end, or until enough was seen, for ten seconds at most. */
const view = (viewing: Viewing) => begin(viewing).over

/** The same, and says when the first events came: what is written after them comes as it happens. */
function begin({ generationId, userId, after = null, take = Infinity, ctx = domain.ctx }: Viewing) {
  const seen: TrackedProgress[] = []
  const signal = AbortSignal.timeout(10_000)
  const follow = async () => {
    for await (const tracked of followGeneration(ctx, hub, { generationId, userId, after, signal })) {
      seen.push(tracked)
      if (seen.length >= take) break
    }
    return seen
  }
  return { over: follow(), saw: (count: number) => expect.poll(() => seen.length).toBeGreaterThanOrEqual(count) }
}

describe('a viewer', () => {
  it('who comes late gets one snapshot, then what happens', async () => {
    const place = await startGeneration()
    await write(place.generationId, 1_001, [reset(), delta('旧')])
    await write(place.generationId, 2_001, [reset(), ...'城市夜跑'.split('').map(delta)])
    const viewing = begin(place)
    await viewing.saw(1)
    await write(place.generationId, 2_001, [delta('，'), delta('三十天')], 6)
    await end(place.generationId)
    const seen = await viewing.over
    expect(seen[0]).toEqual({ id: '2001-5', event: { type: 'snapshot', text: '城市夜跑', model: 'm' } })
    expect(seen.slice(1, 3).map(({ event }) => event)).toEqual([delta('，'), delta('三十天')])
    expect(seen.at(-1)?.event).toEqual(done)
  })

  it('hears of an event at once', async () => {
    const place = await startGeneration()
    await write(place.generationId, 1_001, [reset()])
    const viewing = begin({ ...place, take: 2 })
    await viewing.saw(1)
    const wroteAt = performance.now()
    await write(place.generationId, 1_001, [delta('字')], 2)
    await viewing.over
    expect(performance.now() - wroteAt).toBeLessThan(1_000)
  })

  it('who was cut off anywhere goes on without gap or repetition', async () => {
    const place = await startGeneration()
    const parts = '晚上十点，河边的路灯一盏一盏亮起来。'.split('')
    const writing = (async () => {
      await write(place.generationId, 1_001, [reset()])
      for (const [index, part] of parts.entries()) {
        await write(place.generationId, 1_001, [delta(part)], index + 2)
        await sleep(5)
      }
    })()
    const seen: TrackedProgress[] = []
    for (const take of [1, 2, 3, 1, 4]) {
      const after = seen.at(-1)?.id ?? null
      seen.push(...(await view({ ...place, after, take })))
    }
    await writing
    const rest = view({ ...place, after: seen.at(-1)?.id ?? null })
    await expect.poll(() => hub.viewers()).toBe(1)
    await end(place.generationId)
    // The end brings the stored text once more; here it would hide a gap.
    seen.push(...(await rest).filter(({ id }) => !id.startsWith('9999999-')))
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
    expect(foldProgress(seen)?.text).toBe(parts.join(''))
  })

  it('sees what a second viewer sees', async () => {
    const place = await startGeneration()
    const viewings = [view(place), view(place)]
    await expect.poll(() => hub.viewers()).toBe(2)
    await write(place.generationId, 1_001, [reset(), delta('一'), delta('二')])
    await end(place.generationId)
    const [first, second] = await Promise.all(viewings)
    expect(foldProgress(first ?? [])?.text).toBe(foldProgress(second ?? [])?.text)
    expect(second?.at(-1)?.event).toEqual(done)
    expect(hub.viewers()).toBe(0)
  })

  it('costs no reading of the stream of its own, however many watch', async () => {
    const place = await startGeneration()
    await write(place.generationId, 1_001, [reset(), delta('一')])
    let readings = 0
    const redis = new Proxy(domain.ctx.redis, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (name === 'xrange') readings += 1
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const viewings = Array.from({ length: 150 }, () => begin({ ...place, ctx: { ...domain.ctx, redis } }))
    await Promise.all(viewings.map(({ saw }) => saw(1)))
    await write(place.generationId, 1_001, [delta('二'), delta('三')], 3)
    await end(place.generationId)
    for (const { over } of viewings) {
      const seen = await over
      // What comes together is told together in a crowd, and the whole text before the end.
      expect(foldProgress(seen.slice(0, -1))?.text).toBe('')
      expect(foldProgress(seen.filter(({ id }) => !id.startsWith('9999999-')))?.text).toBe('一二三')
      expect(seen.at(-1)?.event).toEqual(done)
    }
    expect(readings).toBeLessThan(10)
  })

  it('who lags behind what is kept goes on from the state', async () => {
    const log = createProgressLog()
    log.push({ id: '1-1', event: reset() })
    const { next } = log.read({ after: '1-1' })
    for (let sequence = 2; sequence <= 5_000; sequence += 1) log.push({ id: `1-${sequence}`, event: delta('字') })
    const late = log.read(next)
    expect(late.events).toEqual([{ id: '1-5000', event: { type: 'snapshot', text: '字'.repeat(4_999), model: 'm' } }])
    expect(log.read(late.next).events).toEqual([])
  })

  it('reads a long stream to its end, past the thousand events of one reading', async () => {
    const place = await startGeneration()
    await write(place.generationId, 1_001, [reset()])
    const batch = domain.ctx.redis.pipeline()
    for (let sequence = 2; sequence <= 2_500; sequence += 1)
      batch.xadd(streamKey(place.generationId), `1001-${sequence}`, 'event', JSON.stringify(delta('字')))
    await batch.exec()
    await end(place.generationId)
    const seen = await view({ ...place, after: '1001-1' })
    expect(seen.filter(({ event }) => event.type === 'delta')).toHaveLength(2_499)
    expect(seen.at(-1)?.event).toEqual(done)
  })
})

describe('the end', () => {
  it('of a generation long over is its stored text and how it ended', async () => {
    const place = await startGeneration()
    await setRow(place.generationId, { draftText: '写到一半', status: 'failed', failureCode: 'GENERATION_BUSY' })
    const seen = await view(place)
    expect(seen.map(({ event }) => event)).toEqual([{ type: 'snapshot', text: '写到一半', model: 'm' }, done])
  })

  it('comes from the row when nobody announced it', async () => {
    const place = await startGeneration()
    await write(place.generationId, 1_001, [reset(), delta('字')])
    const viewing = begin(place)
    await viewing.saw(1)
    await setRow(place.generationId, { draftText: '字', status: 'failed', failureCode: 'GENERATION_BUSY' })
    expect((await viewing.over).at(-1)?.event).toEqual(done)
  })

  it('comes after the last words, also when they came between the stream and the look at the row', async () => {
    const place = await startGeneration()
    await write(place.generationId, 1_001, [reset(), delta('前')])
    let looks = 0
    const prisma = domain.ctx.prisma.$extends({
      query: {
        // The first asks whether it is the viewer's own.
        async $queryRaw({ args, query }) {
          looks += 1
          if (looks === 2) {
            await write(place.generationId, 1_001, [delta('后')], 3)
            await end(place.generationId)
          }
          return query(args)
        },
      },
    }) as unknown as TestDomain['ctx']['prisma']
    const seen = await view({ ...place, ctx: { ...domain.ctx, prisma } })
    expect(seen.map(({ event }) => event).slice(0, 2)).toEqual([
      { type: 'snapshot', text: '前', model: 'm' },
      delta('后'),
    ])
    expect(seen.at(-1)?.event).toEqual(done)
  })

  it('is told again to a viewer who was cut off just before it', async () => {
    const place = await startGeneration()
    await write(place.generationId, 1_001, [reset(), delta('字')])
    await end(place.generationId)
    const all = await view(place)
    for (const { id } of all.slice(0, -1)) expect((await view({ ...place, after: id })).at(-1)?.event).toEqual(done)
  })
})

describe('without Redis', () => {
  it('the stored text is shown as it grows, then the end', async () => {
    const deaf = await createTestDomain({ redisUrl: 'redis://127.0.0.1:1' })
    const place = await startGeneration()
    await setRow(place.generationId, { draftText: '第一段' })
    const viewing = begin({ ...place, ctx: { ...domain.ctx, redis: deaf.ctx.redis } })
    await viewing.saw(1)
    await setRow(place.generationId, { draftText: '第一段，第二段' })
    await viewing.saw(2)
    await setRow(place.generationId, { status: 'failed', failureCode: 'GENERATION_BUSY' })
    const seen = await viewing.over
    const texts = seen.flatMap(({ event }) => (event.type === 'snapshot' ? [event.text] : []))
    expect(texts).toEqual(['第一段', '第一段，第二段', '第一段，第二段'])
    expect(seen.at(-1)?.event).toEqual(done)
    await deaf.close()
  })

  it('and with it again, the stream takes over from the stored text, nothing twice', async () => {
    const deaf = await createTestDomain({ redisUrl: 'redis://127.0.0.1:1' })
    const place = await startGeneration()
    await write(place.generationId, 1_001, [reset(), delta('一'), delta('二')])
    await setRow(place.generationId, { draftText: '一二三' })
    const ctx = { ...domain.ctx, redis: deaf.ctx.redis }
    const viewing = begin({ ...place, ctx, after: '1001-2', take: 2 })
    await viewing.saw(1)
    await write(place.generationId, 1_001, [delta('三'), delta('四')], 4)
    ctx.redis = domain.ctx.redis
    const seen = await viewing.over
    expect(seen.map(({ event }) => event.type)).toEqual(['snapshot', 'snapshot'])
    expect(foldProgress(seen)?.text).toBe('一二三四')
    await deaf.close()
  })

  it('that lost its data, a new attempt’s snapshot is taken up', async () => {
    const place = await startGeneration()
    await write(place.generationId, 1_001, [reset(), delta('一'), delta('二')])
    const viewing = begin(place)
    await viewing.saw(1)
    await domain.ctx.redis.del(streamKey(place.generationId))
    await write(place.generationId, 1_001, [{ type: 'snapshot', text: '一二三', model: 'm' }, delta('四')], 4)
    await viewing.saw(2)
    await end(place.generationId)
    const seen = (await viewing.over).filter(({ id }) => !id.startsWith('9999999-'))
    expect(foldProgress(seen)?.text).toBe('一二三四')
  })
})

it('a reading that breaks is the viewer’s error, not the end of the process', async () => {
  const place = await startGeneration()
  const broken = Object.create(domain.ctx.redis) as Redis
  Object.defineProperty(broken, 'xrange', { value: () => Promise.reject(new Error('no stream')) })
  const log = Object.create(domain.ctx.log) as typeof domain.ctx.log
  Object.defineProperty(log, 'warn', {
    value: () => {
      throw new Error('no log either')
    },
  })
  await expect(view({ ...place, ctx: { ...domain.ctx, redis: broken, log } })).rejects.toThrow('no log either')
  expect(hub.viewers()).toBe(0)
})

it('is nobody else’s to follow', async () => {
  const place = await startGeneration()
  const other = await startGeneration()
  await expect(view({ ...place, userId: other.userId })).rejects.toMatchObject({ code: 'GENERATION_NOT_FOUND' })
  await expect(view({ ...place, generationId: domain.ctx.newId() })).rejects.toMatchObject({
    code: 'GENERATION_NOT_FOUND',
  })
})

it('is nobody else’s to follow while its owner watches either, who is not looked up again', async () => {
  const place = await startGeneration()
  const other = await startGeneration()
  await write(place.generationId, 1_001, [reset()])
  const viewing = begin(place)
  await viewing.saw(1)
  await expect(view({ ...place, userId: other.userId })).rejects.toMatchObject({ code: 'GENERATION_NOT_FOUND' })
  const lost = Object.create(domain.ctx.prisma) as typeof domain.ctx.prisma
  Object.defineProperty(lost, '$queryRaw', { value: () => Promise.reject(new Error('asked the database')) })
  const ctx = { ...domain.ctx, prisma: lost }
  expect(await view({ ...place, ctx, take: 1 })).toEqual([
    { id: '1001-1', event: expect.objectContaining({ type: 'snapshot' }) },
  ])
  await expect(view({ ...place, ctx, userId: other.userId })).rejects.toThrow('asked the database')
  await end(place.generationId)
  await viewing.over
})

it('stops at once when the viewer leaves', async () => {
  const place = await startGeneration()
  const leaving = new AbortController()
  const following = followGeneration(domain.ctx, hub, { ...place, after: null, signal: leaving.signal })
  const next = following.next()
  await expect.poll(() => hub.viewers()).toBe(1)
  leaving.abort()
  expect(await next).toMatchObject({ done: true })
  expect(hub.viewers()).toBe(0)
})
