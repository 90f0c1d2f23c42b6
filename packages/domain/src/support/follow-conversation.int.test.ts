import { parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createUnreadHub } from '../notifications/unread-hub.ts'
import { createRedis } from '../redis-client.ts'
import { testRedisUrl } from '../testing/env.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { answerConversation } from './answer-conversation.ts'
import { followConversation } from './follow-conversation.ts'
import { openConversation } from './open-conversation.ts'
import { takeConversation } from './take-conversation.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

const key = () => crypto.randomUUID()
const newPerson = async () => parseId('user', (await domain.signUp()).user.id) ?? ''
const deaf = { watch: () => () => {} }

async function ask(userId: string): Promise<string> {
  const asked = { userId, subject: '导出的格式', text: '表格错位', requestKey: key() }
  return parseId('conversation', (await openConversation(domain.ctx, asked)).id) ?? ''
}

it('tells its person of an answer within a moment, and by looking while Redis is away', async () => {
  const [userId, operator] = [await newPerson(), await newPerson()]
  const conversationId = await ask(userId)
  const subscriber = createRedis(testRedisUrl(), domain.ctx.log, 'subscriber')
  const left = new AbortController()
  const seen: string[] = []
  const follow = async (hub: Parameters<typeof followConversation>[1], everyMs: number, side: { userId?: string }) => {
    const followed = { conversationId, ...side, signal: left.signal, everyMs }
    for await (const { status, takenBy } of followConversation(domain.ctx, hub, followed))
      seen.push(`${status} ${takenBy ?? '-'}`)
  }
  const woken = follow(createUnreadHub(subscriber), 600_000, { userId })
  await expect.poll(() => seen).toEqual(['waiting_for_us -'])
  const looking = follow(deaf, 20, {})
  await expect.poll(() => seen).toHaveLength(2)
  const actor = { userId: operator, requestId: 'test' }
  // Who has it is for operators to see.
  await takeConversation(domain.ctx, { conversationId, isTakeover: false, actor })
  await expect.poll(() => seen).toHaveLength(3)
  await answerConversation(domain.ctx, { conversationId, text: '已经改好', requestKey: key(), actor })
  await expect.poll(() => seen.filter((line) => line === 'waiting_for_person -')).toHaveLength(1)
  await expect.poll(() => seen).toHaveLength(5)
  left.abort()
  await Promise.all([woken, looking])
  subscriber.disconnect()
})

it('tells nobody else anything', async () => {
  const conversationId = await ask(await newPerson())
  const followed = { conversationId, userId: await newPerson(), signal: AbortSignal.timeout(5_000) }
  await expect(followConversation(domain.ctx, deaf, followed).next()).rejects.toMatchObject({
    code: 'CONVERSATION_NOT_FOUND',
  })
})
