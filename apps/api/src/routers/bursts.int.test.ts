import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { RateLimits } from '../rate-limits.ts'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

/** Every procedure counts its caller, after a query that finds out who that is: what is not counted has not come to the database. */
const consume = vi.fn<RateLimits['consume']>(async (kind) => ({ kind, remaining: 1, resetSeconds: 1 }))

let api: TestApi
beforeAll(async () => {
  api = await startApi({ deps: { limits: { settings: {} as RateLimits['settings'], consume } } })
})
afterAll(() => api.close())

const generate = (bearer: string) =>
  api.mutate('writing.generate', {
    bearer,
    input: {
      tool: 'wechat-article',
      input: { topic: '人工智能如何改变内容创作', length: 300 },
      requestKey: crypto.randomUUID(),
    },
  })

it('refuses most of a burst beyond the limit without asking the database for each, and serves others in between', async () => {
  const [person, other] = [await api.signIn('creator'), await api.signIn('creator')]
  consume.mockClear()
  let isOver = false
  const burst = Promise.all(Array.from({ length: 200 }, () => generate(person.accessToken))).finally(() => {
    isOver = true
  })
  const balance = api.query('credits.balance', { bearer: other.accessToken })
  expect([(await balance).status, isOver]).toEqual([200, false])
  const answers = await burst
  const accepted = answers.filter(({ status }) => status === 200)
  const refused = answers.filter(({ error }) => error?.code === 'CONCURRENCY_LIMIT')
  expect([accepted.length, refused.length]).toEqual([2, 198])
  expect(refused[0]).toMatchObject({ status: 429, error: { params: { limit: 2 } } })
  expect(consume.mock.calls.filter(([, key]) => key === person.userId).length).toBeLessThan(100)
  expect(await api.ctx.prisma.generation.count({ where: { userId: person.userId } })).toBe(2)
})
