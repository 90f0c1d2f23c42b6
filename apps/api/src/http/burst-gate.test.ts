import { EventEmitter } from 'node:events'
import { AppError } from '@mozhou/contracts/errors'
import type { Request, Response } from 'express'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { requestScope } from '../request-scope.ts'
import type { RequestScope } from '../request-scope.ts'
import { createBurstGate } from './burst-gate.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

const requestOf = (sender: string) =>
  ({ get: (name: string) => (name === 'authorization' ? sender : undefined), ip: '127.0.0.1' }) as unknown as Request

class TestResponse extends EventEmitter {
  headersSent = false
  closed = false
  answer() {
    this.headersSent = true
    this.leave()
  }
  leave() {
    this.closed = true
    this.emit('close')
  }
}

function createGate() {
  const lines: unknown[] = []
  const log = pino({ base: null, timestamp: false }, { write: (line: string) => void lines.push(JSON.parse(line)) })
  const passed: { scope: RequestScope; res: TestResponse }[] = []
  const refused: (string | undefined)[] = []
  const gate = createBurstGate(log)((_req, res, error) => {
    refused.push(error.code)
    ;(res as unknown as TestResponse).answer()
  })
  const arrive = (sender: string) => {
    const res = new TestResponse()
    const scope = { arrivedAt: performance.now(), requestId: '', outerRequestId: null, userId: null, locale: null }
    requestScope.run(scope, () =>
      gate(requestOf(sender), res as unknown as Response, () => void passed.push({ scope, res })),
    )
    return res
  }
  /** The pipeline behind the gate refuses what passed as the `index`th. */
  const refuseBehind = (index: number, code: 'CONCURRENCY_LIMIT' | 'CREDITS_INSUFFICIENT') => {
    const one = passed[index]
    if (!one) throw new Error(`nothing passed as number ${index}`)
    one.scope.userId = 'somebody'
    one.scope.refusal = new AppError(code)
    one.res.answer()
  }
  return { lines, passed, refused, arrive, refuseBehind }
}

it('lets three of a sender pass, and answers the rest of a burst with the refusal of one, in one line of the log', async () => {
  const { lines, passed, refused, arrive, refuseBehind } = createGate()
  for (let index = 0; index < 200; index += 1) arrive('a')
  vi.advanceTimersByTime(1)
  expect(passed).toHaveLength(3)
  refuseBehind(2, 'CONCURRENCY_LIMIT')
  await expect.poll(() => passed.length).toBe(4)
  refuseBehind(3, 'CONCURRENCY_LIMIT')
  await expect.poll(() => refused.length).toBe(196)
  expect(new Set(refused)).toEqual(new Set(['CONCURRENCY_LIMIT']))
  expect(passed).toHaveLength(4)
  vi.advanceTimersByTime(1_000)
  expect(lines).toEqual([{ level: 30, requests: 196, userId: 'somebody', msg: 'refused together' }])
})

it('lets another sender pass beside a burst, and looks at each when the refusal is of another kind', async () => {
  const { passed, refused, arrive, refuseBehind } = createGate()
  for (let index = 0; index < 6; index += 1) arrive('a')
  arrive('b')
  expect(passed).toHaveLength(4)
  refuseBehind(0, 'CREDITS_INSUFFICIENT')
  await expect.poll(() => passed.length).toBe(5)
  expect(refused).toEqual([])
})

it('answers what waited as long as a request may take, and never begins it', async () => {
  const { passed, refused, arrive, refuseBehind } = createGate()
  for (let index = 0; index < 5; index += 1) arrive('a')
  vi.advanceTimersByTime(18_000)
  expect(refused).toEqual(['SERVICE_UNAVAILABLE', 'SERVICE_UNAVAILABLE'])
  refuseBehind(0, 'CREDITS_INSUFFICIENT')
  const late = arrive('a')
  await expect.poll(() => passed.length).toBe(4)
  expect(passed[3]?.res).toBe(late)
})

it('forgets whoever left while they waited', async () => {
  const { passed, refused, arrive, refuseBehind } = createGate()
  for (let index = 0; index < 3; index += 1) arrive('a')
  const left = arrive('a')
  const stayed = arrive('a')
  left.leave()
  refuseBehind(0, 'CREDITS_INSUFFICIENT')
  await expect.poll(() => passed.length).toBe(4)
  expect([passed[3]?.res === (stayed as unknown), refused]).toEqual([true, []])
})
