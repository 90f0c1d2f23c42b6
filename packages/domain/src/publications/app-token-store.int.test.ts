import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { createAppTokenStore } from './app-token-store.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

it('one process draws for all, whatever they ask at once, and again when they have lapsed', async () => {
  let drawn = 0
  const draw = async () => {
    drawn += 1
    const number = drawn
    await new Promise((resolve) => setTimeout(resolve, 200))
    const usableUntil = new Date(domain.ctx.clock.now().getTime() + 3_600_000).toISOString()
    return { values: { token: `t${number}` }, usableUntil }
  }
  const ask = () => createAppTokenStore(domain.ctx, 'douyin').find(null, draw)
  const first = await Promise.all([ask(), ask(), ask(), ask()])
  expect([drawn, new Set(first.map(({ values }) => values['token']))]).toEqual([1, new Set(['t1'])])
  const [held] = first
  const again = await Promise.all(
    [1, 2, 3].map(() => createAppTokenStore(domain.ctx, 'douyin').find(held ?? null, draw)),
  )
  expect([drawn, again.map(({ values }) => values['token'])]).toEqual([2, ['t2', 't2', 't2']])
  domain.advance(3_700_000)
  expect((await ask()).values['token']).toBe('t3')
  const row = await domain.ctx.prisma.platformAppTokens.findUniqueOrThrow({ where: { platform: 'douyin' } })
  expect(Buffer.from(row.tokens).includes('t3')).toBe(false)
})

it('who fails to draw leaves the turn to the next', async () => {
  const store = createAppTokenStore(domain.ctx, 'kuaishou')
  await expect(store.find(null, () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  const usableUntil = new Date(domain.ctx.clock.now().getTime() + 1_000).toISOString()
  expect(await store.find(null, async () => ({ values: {}, usableUntil }))).toEqual({ values: {}, usableUntil })
})

it('two processes that ask in the same moment draw once, and have the same', async () => {
  let drawn = 0
  const office = createServer((_request, response) => {
    drawn += 1
    setTimeout(() => response.end(`t${drawn}`), 300)
  }).listen(0, '127.0.0.1')
  await once(office, 'listening')
  const { port } = office.address() as AddressInfo
  const program = fileURLToPath(new URL('./testing/app-token-process.ts', import.meta.url))
  const processes = [1, 2].map(() => fork(program, [domain.databaseUrl, `http://127.0.0.1:${port}`], { execArgv: [] }))
  try {
    await Promise.all(processes.map((one) => once(one, 'message')))
    const given = await Promise.all(
      processes.map(async (one) => {
        one.send('ask')
        const [token] = (await once(one, 'message')) as [unknown]
        return token
      }),
    )
    expect([drawn, given]).toEqual([1, ['t1', 't1']])
  } finally {
    for (const one of processes) one.kill()
    office.close()
  }
})
