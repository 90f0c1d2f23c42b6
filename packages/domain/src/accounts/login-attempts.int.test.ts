import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { clearLoginAttempts, reserveLoginAttempt } from './login-attempts.ts'
import type { LoginAttempt } from './login-attempts.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const minute = 60_000
const at = (name: string, network = '203.0.113.1') => ({ loginKey: `typed:${name}`, network })
const isAllowed = async (attempt: LoginAttempt) => (await reserveLoginAttempt(domain.ctx, attempt)) === null
const allowedOf = async (times: number, attempt: LoginAttempt) => {
  const allowed: boolean[] = []
  for (let index = 0; index < times; index += 1) allowed.push(await isAllowed(attempt))
  return allowed.filter(Boolean).length
}

it('allows five per name and address, whether or not the name exists', async () => {
  expect(await allowedOf(8, at('niemand'))).toBe(5)
  expect(await isAllowed(at('niemand', '203.0.113.2'))).toBe(true)
  expect(await isAllowed(at('jemand'))).toBe(true)
})

it('allows exactly five of a hundred at once', async () => {
  const results = await Promise.all(Array.from({ length: 100 }, () => isAllowed(at('parallel'))))
  expect(results.filter(Boolean)).toHaveLength(5)
})

it('locks for 15 minutes from the fifth failure; tries meanwhile do not prolong it', async () => {
  await allowedOf(5, at('gesperrt'))
  domain.advance(14 * minute)
  expect(await isAllowed(at('gesperrt'))).toBe(false)
  domain.advance(minute)
  expect(await allowedOf(6, at('gesperrt'))).toBe(5)
})

it('counts anew after a success and after 15 quiet minutes', async () => {
  await allowedOf(4, at('neu'))
  await clearLoginAttempts(domain.ctx, at('neu'))
  expect(await allowedOf(4, at('neu'))).toBe(4)
  domain.advance(15 * minute)
  expect(await allowedOf(6, at('neu'))).toBe(5)
})
