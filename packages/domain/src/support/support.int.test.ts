import { formatId, parseId } from '@mozhou/contracts/ids'
import { openConversationInput } from '@mozhou/contracts/support/inputs'
import { supportLimits } from '@mozhou/contracts/support/kinds'
import type { Role } from '@mozhou/contracts/roles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addWork } from '../creations/testing/add-work.ts'
import { listNotifications } from '../notifications/list-notifications.ts'
import { createRecharge } from '../orders/create-order.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { answerConversation } from './answer-conversation.ts'
import { closeConversation } from './close-conversation.ts'
import { closeForPerson } from './close-for-person.ts'
import { getConversation } from './get-conversation.ts'
import { getQueueRow } from './get-queue-row.ts'
import { listConversations } from './list-conversations.ts'
import { listMessages } from './list-messages.ts'
import { listQueue } from './list-queue.ts'
import { markSeen } from './mark-seen.ts'
import { openConversation } from './open-conversation.ts'
import { sendMessage } from './send-message.ts'
import { takeConversation } from './take-conversation.ts'

let domain: TestDomain
let ctx: TestDomain['ctx']
beforeAll(async () => {
  domain = await createTestDomain()
  ctx = domain.ctx
})
afterAll(() => domain.close())

const key = () => crypto.randomUUID()
const hourMs = 3_600_000
const bare = (id: string) => parseId('conversation', id) ?? ''

async function newPerson(role: Role = 'creator') {
  const { user } = await domain.signUp()
  const userId = parseId('user', user.id) ?? ''
  await ctx.prisma.user.update({ where: { id: userId }, data: { role } })
  return userId
}
const newOperator = async () => ({ userId: await newPerson('operator'), requestId: 'test' })

async function makeMember(userId: string) {
  const now = ctx.clock.now().getTime()
  await ctx.prisma.membershipPeriod.create({
    data: {
      id: ctx.newId(),
      userId,
      startsAt: new Date(now - hourMs),
      endsAt: new Date(now + 30 * 24 * hourMs),
      source: 'gift',
      sourceId: key(),
      createdAt: new Date(now),
    },
  })
}

async function ask(userId: string, more: Partial<Parameters<typeof openConversation>[1]> = {}) {
  const asked = { userId, subject: '付款没到账', text: '昨天充的', requestKey: key(), ...more }
  return bare((await openConversation(ctx, asked)).id)
}
const say = (userId: string, conversationId: string, text = '再问一句', requestKey = key()) =>
  sendMessage(ctx, { userId, conversationId, text, requestKey })
const answer = (
  actor: { userId: string; requestId: string },
  conversationId: string,
  text = '已经查到',
  requestKey = key(),
) => answerConversation(ctx, { actor, conversationId, text, requestKey })
const textsOf = async (conversationId: string) =>
  (await listMessages(ctx, { conversationId, limit: 50 })).items.map(({ text }) => text).toReversed()
const told = async (userId: string) =>
  (await listNotifications(ctx, { userId, limit: 50 })).items.filter(({ kind }) => kind.startsWith('support_'))

describe('a conversation', () => {
  it('waits for whoever has not answered, and is closed and taken up again', async () => {
    const [userId, operator] = [await newPerson(), await newOperator()]
    const conversationId = await ask(userId)
    const state = () => getConversation(ctx, { userId, conversationId })
    expect(await state()).toMatchObject({ status: 'waiting_for_us', firstAnswerAt: null, isUnseen: false })
    await answer(operator, conversationId)
    expect(await state()).toMatchObject({ status: 'waiting_for_person', isUnseen: true })
    await say(userId, conversationId)
    expect(await state()).toMatchObject({ status: 'waiting_for_us', isUnseen: false })
    await closeConversation(ctx, { userId, conversationId })
    expect(await state()).toMatchObject({ status: 'closed', closedBy: 'person' })
    domain.advance(supportLimits.reopenDays * 24 * hourMs - 60_000)
    await say(userId, conversationId, '还有问题')
    expect(await state()).toMatchObject({ status: 'waiting_for_us', closedAt: null, reopensUntil: null })
    await closeForPerson(ctx, { conversationId, actor: operator })
    domain.advance(supportLimits.reopenDays * 24 * hourMs)
    const late = { code: 'CONVERSATION_CLOSED', params: { days: supportLimits.reopenDays } }
    await expect(say(userId, conversationId)).rejects.toMatchObject(late)
    await expect(answer(operator, conversationId)).rejects.toMatchObject(late)
    expect(await textsOf(conversationId)).toEqual(['昨天充的', '已经查到', '再问一句', '还有问题'])
  })

  it('is written once however often a press is repeated, from two tabs at once too', async () => {
    const [userId, operator] = [await newPerson(), await newOperator()]
    const opening = { userId, subject: '两个标签页', text: '只问一次', requestKey: key() }
    const opened = await Promise.all([1, 2, 3].map(() => openConversation(ctx, opening)))
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1)
    const conversationId = bare(opened[0]?.id ?? '')
    const [mine, ours] = [key(), key()]
    await Promise.all([1, 2, 3].map(() => say(userId, conversationId, '补充', mine)))
    await Promise.all([1, 2, 3].map(() => answer(operator, conversationId, '收到', ours)))
    expect(await textsOf(conversationId)).toEqual(['只问一次', '补充', '收到'])
    const reused = { code: 'IDEMPOTENCY_KEY_REUSED' }
    await expect(say(userId, conversationId, '别的话', mine)).rejects.toMatchObject(reused)
    await expect(answer(operator, conversationId, '别的话', ours)).rejects.toMatchObject(reused)
    await expect(openConversation(ctx, { ...opening, text: '别的话' })).rejects.toMatchObject(reused)
  })

  it('is its person’s alone', async () => {
    const [userId, other] = [await newPerson(), await newPerson()]
    const conversationId = await ask(userId)
    const missing = { code: 'CONVERSATION_NOT_FOUND' }
    await expect(getConversation(ctx, { userId: other, conversationId })).rejects.toMatchObject(missing)
    await expect(listMessages(ctx, { userId: other, conversationId, limit: 5 })).rejects.toMatchObject(missing)
    await expect(say(other, conversationId)).rejects.toMatchObject(missing)
    await expect(closeConversation(ctx, { userId: other, conversationId })).rejects.toMatchObject(missing)
    await markSeen(ctx, { userId: other, conversationId })
    expect((await listConversations(ctx, { userId: other, limit: 5 })).items).toEqual([])
  })

  it('keeps text that no column could hold otherwise, and markup as the text that it is', async () => {
    const userId = await newPerson()
    const parsed = openConversationInput.parse({
      subject: '<b>标题</b>\u0000',
      text: '<script>alert(1)</script>\u0000 & "引号"',
      requestKey: key(),
    })
    const conversationId = bare((await openConversation(ctx, { ...parsed, userId })).id)
    await say(userId, conversationId, `半个字符 ${'😀'.slice(0, 1)}`)
    expect(await textsOf(conversationId)).toEqual(['<script>alert(1)</script> & "引号"', '半个字符 \uFFFD'])
    expect((await getConversation(ctx, { userId, conversationId })).subject).toBe('<b>标题</b>')
  })
})

describe('what it is about', () => {
  it('is something of the person’s own', async () => {
    const [userId, other] = [await newPerson(), await newPerson()]
    const order = await createRecharge(ctx, { userId, amountFen: 5_000, requestKey: key() })
    const orderId = parseId('order', order.id) ?? ''
    const { creationId } = await addWork(ctx, userId)
    const about = async (link: Parameters<typeof ask>[1]) =>
      (await getConversation(ctx, { userId, conversationId: await ask(userId, link) })).link
    expect(await about({ link: { kind: 'order', orderId } })).toMatchObject({
      kind: 'order',
      orderNo: order.orderNo,
      payableFen: 5_000,
    })
    expect(await about({ link: { kind: 'receipt', creationId } })).toMatchObject({
      kind: 'receipt',
      creationId: formatId('creation', creationId),
      state: 'kept',
    })
    const missing = { code: 'CONVERSATION_LINK_NOT_FOUND' }
    await expect(ask(other, { link: { kind: 'order', orderId } })).rejects.toMatchObject(missing)
    await expect(ask(other, { link: { kind: 'creation', creationId } })).rejects.toMatchObject(missing)
    expect((await listConversations(ctx, { userId: other, limit: 5 })).items).toEqual([])
  })
})

describe('limits', () => {
  it('allow a few open conversations, and another once one is closed', async () => {
    const userId = await newPerson()
    const ids = []
    for (let at = 0; at < supportLimits.open; at += 1) ids.push(await ask(userId))
    const full = { code: 'OPEN_CONVERSATIONS_LIMIT', params: { limit: supportLimits.open } }
    await expect(ask(userId)).rejects.toMatchObject(full)
    await closeConversation(ctx, { userId, conversationId: ids[0] ?? '' })
    await ask(userId)
    await expect(say(userId, ids[0] ?? '')).rejects.toMatchObject(full)
  })

  it('allow so many messages in any hour, and say how long to wait', async () => {
    const userId = await newPerson()
    const conversationId = await ask(userId)
    for (let at = 1; at < supportLimits.messagesPerHour; at += 1) await say(userId, conversationId, `第 ${at} 条`)
    domain.advance(hourMs / 2)
    const refused = await say(userId, conversationId).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'SUPPORT_MESSAGES_LIMIT', params: { limit: supportLimits.messagesPerHour } })
    const { retryAfterSeconds } = (refused as { params: { retryAfterSeconds: number } }).params
    expect(retryAfterSeconds).toBeGreaterThan(1_700)
    domain.advance(retryAfterSeconds * 1_000)
    await say(userId, conversationId)
  })
})

describe('operators', () => {
  it('take a conversation once: of two at once the second is told who has it', async () => {
    const [userId, first, second] = [await newPerson(), await newOperator(), await newOperator()]
    const conversationId = await ask(userId)
    const take = (actor: typeof first, isTakeover = false) =>
      takeConversation(ctx, { conversationId, isTakeover, actor })
    const taken = await Promise.allSettled([take(first), take(second)])
    expect(taken.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const row = await getQueueRow(ctx, { conversationId, actorId: first.userId })
    const [holder, other] = row.takenBy?.isMe === true ? [first, second] : [second, first]
    const refused = { code: 'CONVERSATION_TAKEN', params: { operator: row.takenBy?.username } }
    await expect(answer(other, conversationId)).rejects.toMatchObject(refused)
    await expect(closeForPerson(ctx, { conversationId, actor: other })).rejects.toMatchObject(refused)
    await answer(holder, conversationId)
    await take(other, true)
    await answer(other, conversationId, '我来接着答')
    const rows = await ctx.prisma.auditRow.findMany({ where: { target: formatId('conversation', conversationId) } })
    expect(rows.map(({ action }) => action).toSorted()).toEqual([
      'support.answer',
      'support.answer',
      'support.take',
      'support.take',
    ])
    expect(JSON.stringify(rows)).not.toContain('接着答')
  })

  it('work through members first, then through who has waited longest', async () => {
    const fresh = await createTestDomain()
    try {
      await orderOfQueue(fresh)
    } finally {
      await fresh.close()
    }
  })

  it('are told when a wait begins: everybody, until one has it', async () => {
    const [userId, holder, other] = [await newPerson(), await newOperator(), await newOperator()]
    const conversationId = await ask(userId)
    const about = async ({ userId: id }: typeof holder) =>
      (await told(id)).filter(({ params }) => JSON.stringify(params).includes(formatId('conversation', conversationId)))
    expect(await about(holder)).toHaveLength(1)
    expect(await about(other)).toHaveLength(1)
    await say(userId, conversationId)
    expect(await about(holder)).toHaveLength(1)
    await answer(holder, conversationId)
    expect((await about(holder)).map(({ readAt }) => readAt !== null)).toEqual([true])
    await say(userId, conversationId)
    expect(await about(holder)).toHaveLength(2)
    expect(await about(other)).toHaveLength(1)
  })
})

it('tells its person of answers once until they look, and of the end', async () => {
  const [userId, operator] = [await newPerson(), await newOperator()]
  const conversationId = await ask(userId)
  await answer(operator, conversationId, '第一句')
  await answer(operator, conversationId, '第二句')
  expect((await told(userId)).map(({ kind, readAt }) => [kind, readAt])).toEqual([['support_answered', null]])
  await markSeen(ctx, { userId, conversationId })
  expect((await told(userId)).filter(({ readAt }) => readAt === null)).toEqual([])
  await answer(operator, conversationId, '第三句')
  await closeForPerson(ctx, { conversationId, actor: operator })
  expect((await told(userId)).map(({ kind }) => kind)).toEqual([
    'support_closed',
    'support_answered',
    'support_answered',
  ])
})

async function orderOfQueue(fresh: TestDomain): Promise<void> {
  const before = { domain, ctx }
  ;[domain, ctx] = [fresh, fresh.ctx]
  const people: string[] = []
  const asked: string[] = []
  for (let at = 0; at < 4; at += 1) {
    const userId = await newPerson()
    people.push(userId)
    asked.push(await ask(userId, { subject: `第 ${at} 个问题` }))
    domain.advance(60_000)
  }
  // Whoever becomes a member moves up with what they have asked already.
  await makeMember(people[2] ?? '')
  await makeMember(people[3] ?? '')
  const actor = await newOperator()
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page = await listQueue(ctx, { actorId: actor.userId, status: 'waiting_for_us', limit: 1, cursor })
    seen.push(...page.items.map(({ id }) => bare(id)))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(seen).toEqual([asked[2], asked[3], asked[0], asked[1]])
  const found = async (filters: object) =>
    (await listQueue(ctx, { actorId: actor.userId, limit: 20, ...filters })).items.map(({ id }) => bare(id))
  await answer(actor, asked[1] ?? '')
  expect(await found({ holder: 'mine' })).toEqual([asked[1]])
  expect(await found({ status: 'waiting_for_person' })).toEqual([asked[1]])
  expect(await found({ membersOnly: true, holder: 'nobody' })).toEqual([asked[3], asked[2]])
  expect(await found({ search: '第 0 个' })).toEqual([asked[0]])
  expect(await found({ search: formatId('user', people[3] ?? '') })).toEqual([asked[3]])
  ;({ domain, ctx } = before)
}
