import { tools } from '@mozhou/contracts/tools/registry'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { generateText } from './generate-text.ts'
import { idOf } from '../creations/testing/add-work.ts'

let domain: TestDomain
let userId: string
beforeAll(async () => {
  domain = await createTestDomain()
  const { user } = await domain.signUp()
  userId = await idOf(domain.ctx, user.username)
})
afterAll(() => domain.close())

const ask = (date: string) =>
  generateText(domain.ctx, {
    userId,
    requestKey: crypto.randomUUID(),
    tool: 'official-document',
    input: { ...tools['official-document'].example, date },
  })

it.each(['昨天', '2026年13月45日', '2026年2月30日'])(
  'refuses an official document dated %s before anything is charged',
  async (date) => {
    await expect(ask(date)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      params: { field: 'date' },
      cause: { issues: [{ path: ['date'], params: { rule: 'calendar_date' } }] },
    })
    expect(await domain.ctx.prisma.generation.count({ where: { userId } })).toBe(0)
  },
)

it('takes one with a real date', async () => {
  await ask('2026年11月24日')
  expect(await domain.ctx.prisma.generation.count({ where: { userId } })).toBe(1)
})
