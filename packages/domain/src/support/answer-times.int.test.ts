import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { answerConversation } from './answer-conversation.ts'
import { supportTimes, usualAnswer } from './answer-times.ts'
import { openConversation } from './open-conversation.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const key = () => crypto.randomUUID()
const newPerson = async () => parseId('user', (await domain.signUp()).user.id) ?? ''

async function ask(): Promise<string> {
  const asked = { userId: await newPerson(), subject: '问题', text: '怎么用', requestKey: key() }
  return parseId('conversation', (await openConversation(domain.ctx, asked)).id) ?? ''
}

it('says how long a first answer takes, from conversations that were really answered', async () => {
  const { ctx } = domain
  const userId = await newPerson()
  const nothing = { medianSeconds: null, opened: 0, answered: 0 }
  expect(await usualAnswer(ctx, userId)).toEqual({ days: 28, isMember: false, own: nothing, members: nothing })
  for (const minutes of [1, 2, 3, 4, 5]) {
    const conversationId = await ask()
    domain.advance(minutes * 60_000)
    const actor = { userId, requestId: 'test' }
    await answerConversation(ctx, { actor, conversationId, text: '这样用', requestKey: key() })
    // What comes after the first answer changes nothing about it.
    domain.advance(60_000)
    await answerConversation(ctx, { actor, conversationId, text: '还有', requestKey: key() })
  }
  await ask()
  await ask()
  const times = await supportTimes(ctx)
  expect(times).toMatchObject({ days: 7, waiting: 2, untaken: 2, all: { opened: 7, answered: 5 } })
  expect(Math.abs((times.all.medianSeconds ?? 0) - 180)).toBeLessThan(30)
  domain.advance(86_400_000)
  // Who has waited for a day counts as that.
  expect((await supportTimes(ctx)).all.medianSeconds).toBeGreaterThan(200)
  domain.advance(7 * 86_400_000)
  expect((await supportTimes(ctx)).all).toEqual(nothing)
  expect((await usualAnswer(ctx, userId)).own).toMatchObject({ opened: 7, answered: 5 })
})
