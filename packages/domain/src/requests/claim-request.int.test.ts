import { AppError } from '@mozhou/contracts/errors'
import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { claimRequest } from './claim-request.ts'
import { keepAnswer } from './keep-answer.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const person = async () => parseId('user', (await domain.signUp()).user.id) ?? ''

it('gives repeats the first answer, and refuses another body under the same key', async () => {
  const userId = await person()
  const claim = { userId, idempotencyKey: '订单 7', procedure: 'writing.generate', input: { topic: '茶', length: 800 } }
  const first = await claimRequest(domain.ctx, claim)
  expect(first.answer).toBeNull()
  const keep = (outcome: string) =>
    keepAnswer(domain.ctx, { userId, requestKey: first.requestKey, answer: { outcome } })
  expect([await keep('queued'), await keep('accepted')]).toEqual([true, false])
  const repeat = { ...claim, input: { length: 800, topic: '茶' } }
  expect(await claimRequest(domain.ctx, repeat)).toEqual({
    requestKey: first.requestKey,
    answer: { outcome: 'queued' },
  })
  const reused = new AppError('IDEMPOTENCY_KEY_REUSED')
  await expect(claimRequest(domain.ctx, { ...claim, input: { topic: '酒' } })).rejects.toEqual(reused)
  await expect(claimRequest(domain.ctx, { ...claim, procedure: 'writing.regenerate' })).rejects.toEqual(reused)
  expect((await claimRequest(domain.ctx, { ...claim, userId: await person() })).answer).toBeNull()
})

it('knows one first request among many at once', async () => {
  const userId = await person()
  const claim = { userId, idempotencyKey: 'k', procedure: 'p', input: {} }
  const claims = await Promise.all(Array.from({ length: 50 }, () => claimRequest(domain.ctx, claim)))
  expect(new Set(claims.map(({ requestKey }) => requestKey)).size).toBe(1)
  expect(await domain.ctx.prisma.request.count({ where: { userId } })).toBe(1)
})
