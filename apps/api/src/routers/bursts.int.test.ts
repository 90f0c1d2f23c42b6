import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { RateLimits } from '../rate-limits.ts'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

/** Whose burst waits until all of it has arrived. */
let burst: { userId: string; hasArrived: Promise<void> } | null = null
/** Every procedure counts its caller, after a query that finds out who that is: what is not counted has not come to the database. */
const giveBack: RateLimits['giveBack'] = async (kind) => ({ kind, remaining: 1, resetSeconds: 1 })
const consume = vi.fn<RateLimits['consume']>(async (kind, key) => {
  if (key === burst?.userId) await burst.hasArrived
  return giveBack(kind, key)
})

let api: TestApi
beforeAll(async () => {
  api = await startApi({ deps: { limits: { settings: {} as RateLimits['settings'], consume, giveBack } } })
})
afterAll(() => api.close())

const input = { topic: '人工智能如何改变内容创作', length: 300 }
const press = () => ({ tool: 'wechat-article', input, requestKey: crypto.randomUUID() })
const lookedAt = (userId: string) => consume.mock.calls.filter(([, key]) => key === userId).length

/** The sender's requests are held back behind the gate until so many are there, as when they come within a packet's time. */
function gather(userId: string, requests: number): void {
  const { promise, resolve } = Promise.withResolvers<void>()
  const state = { arrived: 0 }
  api.server.on('request', () => {
    state.arrived += 1
    if (state.arrived === requests) resolve()
  })
  burst = { userId, hasArrived: promise }
  consume.mockClear()
}

it('refuses most of a burst beyond the limit without asking the database for each, and serves others in between', async () => {
  const [person, other] = [await api.signIn('creator'), await api.signIn('creator')]
  gather(person.userId, 201)
  let isOver = false
  const presses = Array.from({ length: 200 }, () =>
    api.mutate('writing.generate', { bearer: person.accessToken, input: press() }),
  )
  const all = Promise.all(presses).finally(() => {
    isOver = true
  })
  const balance = api.query('credits.balance', { bearer: other.accessToken })
  expect([(await balance).status, isOver]).toEqual([200, false])
  const answers = await all
  const accepted = answers.filter(({ status }) => status === 200)
  const refused = answers.filter(({ error }) => error?.code === 'CONCURRENCY_LIMIT')
  expect([accepted.length, refused.length]).toEqual([2, 198])
  expect(refused[0]).toMatchObject({ status: 429, error: { params: { limit: 2 } } })
  expect(lookedAt(person.userId)).toBeLessThan(12)
  expect(await api.ctx.prisma.generation.count({ where: { userId: person.userId } })).toBe(2)
})

it('does so over REST and for calls sent as batches of one, in the words of each', async () => {
  const { accessToken: bearer, userId } = await api.signIn('creator')
  const ask = async (path: string, body: object) => {
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }
    const response = await fetch(`${api.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    return { status: response.status, body: await response.json() }
  }
  const rest = () => ask('/api/v1/writing/wechat-article/generate', input)
  const batch = () => ask('/trpc/writing.generate?batch=1', { 0: press() })
  gather(userId, 100)
  const [byRest, byBatch] = await Promise.all([rest, batch].map((way) => Promise.all(Array.from({ length: 50 }, way))))
  const refusals = (answers = byRest) => answers?.filter(({ status }) => status === 429).map(({ body }) => body) ?? []
  expect(refusals(byRest).length + refusals(byBatch).length).toBe(98)
  const any = expect.any(String) as unknown
  const refusal = { code: 'CONCURRENCY_LIMIT', params: { limit: 2 }, requestId: any }
  for (const body of refusals(byRest)) expect(body).toEqual({ error: { ...refusal, message: any, fields: [] } })
  const data = { code: 'TOO_MANY_REQUESTS', httpStatus: 429, path: 'writing.generate', app: refusal }
  const shape = { code: -32_029, message: 'CONCURRENCY_LIMIT', data }
  for (const body of refusals(byBatch)) expect(body).toEqual([{ error: shape }])
  expect(lookedAt(userId)).toBeLessThan(12)
})
