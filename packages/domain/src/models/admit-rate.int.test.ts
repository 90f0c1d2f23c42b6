import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { admitRate } from './admit-rate.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

function modelWith(requestsPerMinute: number | null) {
  const limits = { contextTokens: 8_000, firstTokenTimeoutMs: 1_000, idleTimeoutMs: 1_000, requestsPerMinute }
  return { id: crypto.randomUUID(), limits }
}

it('admits as many calls a minute as the model allows, however they come, and again in the next', async () => {
  const model = modelWith(3)
  const admitted = await Promise.all(Array.from({ length: 10 }, () => admitRate(domain.ctx, model)))
  expect(admitted.filter(Boolean)).toHaveLength(3)
  domain.advance(60_000)
  expect(await admitRate(domain.ctx, model)).toBe(true)
})

it('admits every call of a model without a limit', async () => {
  const model = modelWith(null)
  const admitted = await Promise.all(Array.from({ length: 10 }, () => admitRate(domain.ctx, model)))
  expect(admitted).not.toContain(false)
})
