import { QueryClient } from '@tanstack/solid-query'
import { beforeEach, expect, it, vi } from 'vitest'
import { mayHaveCoupons, myCoupons } from './queries.ts'

const server = vi.hoisted(() => ({ asked: 0, answer: (): Promise<unknown> => Promise.resolve() }))
vi.mock('../../api.ts', () => {
  const query = () => {
    server.asked += 1
    return server.answer()
  }
  return { api: { coupons: { mine: { query } } } }
})

const page = (count: number) => ({ items: Array.from({ length: count }, (_, id) => ({ id })), nextCursor: null })
const newClient = () => new QueryClient({ defaultOptions: { queries: { retry: false } } })

beforeEach(() => {
  server.asked = 0
})

it.each([
  ['has some', page(1), true],
  ['has none', page(0), false],
])('waits where it is not known yet whether somebody %s', async (_name, answer, expected) => {
  const answered = Promise.withResolvers<unknown>()
  server.answer = () => answered.promise
  const client = newClient()
  // The page has asked already: one question is enough.
  void client.infiniteQuery(myCoupons('usable'))
  const told = mayHaveCoupons(client)
  answered.resolve(answer)
  expect(await told).toBe(expected)
  expect(server.asked).toBe(1)
})

it('asks nothing of what was just answered', async () => {
  const client = newClient()
  server.answer = () => Promise.resolve(page(0))
  expect([await mayHaveCoupons(client), await mayHaveCoupons(client)]).toEqual([false, false])
  expect(server.asked).toBe(1)
})

it('lets the order ask where no answer comes', async () => {
  server.answer = () => Promise.reject(new TypeError('fetch failed'))
  expect(await mayHaveCoupons(newClient())).toBe(true)
})
