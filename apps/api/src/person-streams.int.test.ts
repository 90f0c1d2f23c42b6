import { createRedis } from '@mozhou/domain/redis-client'
import { createTestDomain } from '@mozhou/domain/testing/test-domain'
import type { TestDomain } from '@mozhou/domain/testing/test-domain'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPersonStreams } from './person-streams.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const full = { code: 'EVENT_STREAMS_LIMIT', params: { limit: 2 } }
const createProcess = () => createPersonStreams(domain.ctx, 2)

it('lets each person have so many open at once in all processes together, and counts a stream that ended once', async () => {
  const [one, other] = [createProcess(), createProcess()]
  const leave = await one.enter('a')
  await other.enter('a')
  await expect(one.enter('a')).rejects.toMatchObject(full)
  await expect(other.enter('a')).rejects.toMatchObject(full)
  await one.enter('b')
  leave()
  leave()
  await other.enter('a')
  await expect(one.enter('a')).rejects.toMatchObject(full)
})

it('lets no more in when many come to several processes at once', async () => {
  const processes = [createProcess(), createProcess(), createProcess()]
  const outcomes = await Promise.allSettled(
    Array.from({ length: 30 }, (_, index) => (processes[index % 3] ?? createProcess()).enter('crowd')),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
})

it('forgets the streams of a process that was killed, and not those of one that lives', async () => {
  const living = createPersonStreams(domain.ctx, 2, 20)
  await living.enter('c')
  const killed = createProcess()
  await killed.enter('c')
  const other = createProcess()
  await expect(other.enter('c')).rejects.toMatchObject(full)
  domain.advance(59_000)
  await expect.poll(() => domain.ctx.redis.zcount('streams:c', Date.now() + 100_000, '+inf')).toBe(1)
  domain.advance(2_000)
  await other.enter('c')
  await expect(other.enter('c')).rejects.toMatchObject(full)
})

it('counts in its own process while Redis is away', async () => {
  const redis = createRedis('redis://127.0.0.1:1', domain.ctx.log, 'cache')
  const streams = createPersonStreams({ ...domain.ctx, redis }, 2)
  const outcomes = await Promise.allSettled([streams.enter('d'), streams.enter('d'), streams.enter('d')])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
  redis.disconnect()
})
