import { randomBytes, randomUUID } from 'node:crypto'
import { formatId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addWork } from '../creations/testing/add-work.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { compareGenerations, compareReceived, compareRegistrations } from './compare-figures.ts'
import { findFailingModels } from './find-failing-models.ts'
import { findAbnormalOrders, findRefundsWaiting, findSupportWaiting } from './find-waiting.ts'
import { readQueueAges } from './read-queue-ages.ts'

/** Tuesday, 10:30 in Shanghai: the day there began at 16:00 of the day before in UTC. */
const now = new Date('2026-03-10T02:30:00.000Z')
const ms = (iso: string) => new Date(iso)
/** Each stretch at its edges: the first instant counts, the last one does not. */
const edges = [
  { at: ms('2026-03-09T15:59:59.999Z'), in: null },
  { at: ms('2026-03-09T16:00:00.000Z'), in: 'today' },
  { at: ms('2026-03-10T02:29:59.999Z'), in: 'today' },
  { at: now, in: null },
  { at: ms('2026-03-08T15:59:59.999Z'), in: null },
  { at: ms('2026-03-08T16:00:00.000Z'), in: 'yesterday' },
  { at: ms('2026-03-09T02:29:59.999Z'), in: 'yesterday' },
  { at: ms('2026-03-09T02:30:00.000Z'), in: null },
  { at: ms('2026-03-02T16:00:00.000Z'), in: 'lastWeek' },
  { at: ms('2026-03-03T02:30:00.000Z'), in: null },
] as const
const counted = { today: 2, yesterday: 2, lastWeek: 1, asOf: now.toISOString() }

let domain: TestDomain
let userId: string
beforeAll(async () => {
  domain = await createTestDomain()
  userId = await addUser(ms('2025-01-01T00:00:00Z'))
})
afterAll(() => domain.close())

const ctx = () => ({ ...domain.ctx, clock: { now: () => now } })
const prisma = () => domain.ctx.prisma

async function addUser(createdAt: Date): Promise<string> {
  const id = domain.ctx.newId()
  const name = randomBytes(6).toString('hex')
  await prisma().user.create({
    data: {
      id,
      username: name,
      usernameKey: name,
      email: name,
      emailKey: name,
      displayName: name,
      passwordHash: 'x',
      passwordChangedAt: createdAt,
      referralCode: Array.from(randomBytes(8), (byte) => 'ABCDEFGHJKLMNPQR'[byte % 16]).join(''),
      createdAt,
      updatedAt: createdAt,
    },
  })
  return id
}

async function addOrder(at: Date, over: { abnormalReason?: string } = {}): Promise<string> {
  const id = domain.ctx.newId()
  await prisma().order.create({
    data: {
      id,
      orderNo: `MZ${randomBytes(12).toString('hex').toUpperCase()}`,
      userId,
      kind: 'recharge',
      status: 'fulfilled',
      priceFen: 1_000,
      payableFen: 1_000,
      credits: 100,
      requestKey: randomUUID(),
      requestFingerprint: Buffer.from('x'),
      createdAt: at,
      expiresAt: at,
      paidAt: at,
      ...over,
    },
  })
  return id
}

async function addPayment(paidAt: Date, status: 'accepted' | 'surplus' | 'held' = 'accepted') {
  const orderId = await addOrder(paidAt)
  const id = domain.ctx.newId()
  const transactionId = randomUUID()
  await prisma().payment.create({
    data: {
      id,
      orderId,
      channel: 'alipay',
      transactionId,
      status,
      source: 'notice',
      amountFen: 1_000,
      paidAt,
      createdAt: paidAt,
    },
  })
  return { orderId, paymentId: id }
}

it('counts registrations of the same hours of three days, half-open at both ends', async () => {
  for (const edge of edges) await addUser(edge.at)
  expect(await compareRegistrations(ctx())).toEqual(counted)
})

it('sums what arrived in the same hours, held payments too, and not what came too much', async () => {
  for (const edge of edges) await addPayment(edge.at)
  await addPayment(ms('2026-03-10T01:00:00Z'), 'held')
  await addPayment(ms('2026-03-10T01:00:00Z'), 'surplus')
  expect(await compareReceived(ctx())).toEqual({ ...counted, today: 3_000, yesterday: 2_000, lastWeek: 1_000 })
})

it('counts generations by when they were asked for, and failures by when they failed', async () => {
  for (const edge of edges) {
    const { generationId } = await addWork(domain.ctx, userId, { title: '春天' })
    await prisma().generation.update({
      where: { id: generationId },
      data: { createdAt: edge.at, status: 'failed', failureCode: 'INTERNAL', finishedAt: edge.at },
    })
  }
  const { asOf, ...figures } = counted
  expect(await compareGenerations(ctx())).toEqual({ started: figures, failed: figures, asOf })
})

it('tells what waits for a person, and since when the oldest', async () => {
  const at = ms('2026-03-09T08:00:00Z')
  expect(await findAbnormalOrders(ctx())).toEqual({ count: 0, oldestAt: null })
  await addOrder(at, { abnormalReason: 'paid_twice' })
  await addOrder(now, { abnormalReason: 'amount_mismatch' })
  expect(await findAbnormalOrders(ctx())).toEqual({ count: 2, oldestAt: at.toISOString() })
  await addRefund(at, { kind: 'request', status: 'requested' })
  await addRefund(now, { kind: 'surplus', status: 'requested' })
  await addRefund(now, { kind: 'request', status: 'abnormal' })
  // Settled already: its order is flagged no more.
  await addRefund(at, { kind: 'request', status: 'failed' })
  await prisma().order.updateMany({
    where: { refunds: { some: { status: 'abnormal' } } },
    data: { abnormalReason: 'refund_abnormal' },
  })
  expect(await findRefundsWaiting(ctx())).toEqual({
    toDecide: { count: 1, oldestAt: at.toISOString() },
    toLookAt: { count: 1, oldestAt: now.toISOString() },
  })
  await addConversation(at)
  expect(await findSupportWaiting(ctx())).toEqual({ count: 1, untaken: 1, oldestAt: at.toISOString() })
})

it('tells the ages of queues: what a link has ended for waits no more', async () => {
  const at = ms('2026-03-10T02:00:00Z')
  await addRefund(at, { kind: 'surplus', status: 'submitted' })
  await prisma().paymentNotice.createMany({
    data: [['received', at] as const, ['applied', ms('2026-03-01T00:00:00Z')] as const].map(
      ([verdict, receivedAt]) => ({
        id: domain.ctx.newId(),
        channel: 'alipay',
        bodyHash: randomBytes(32),
        body: Buffer.from('x'),
        headers: {},
        verdict,
        receivedAt,
        ...(verdict === 'applied' && { appliedAt: receivedAt }),
      }),
    ),
  })
  await prisma().passwordReset.deleteMany()
  const ages = await readQueueAges(ctx())
  expect(ages.refunds).toEqual({ count: 1, oldestAt: at.toISOString() })
  expect(ages.notices).toEqual({ count: 1, oldestAt: at.toISOString() })
  expect(ages.mails).toEqual({ count: 0, oldestAt: null })
  const { generationId } = await addWork(domain.ctx, userId, { title: '夏天' })
  await prisma()
    .version.deleteMany({ where: { generationId } })
    .catch(() => null)
  await prisma().generation.update({
    where: { id: generationId },
    data: { status: 'accepted', startedAt: null, finishedAt: null, createdAt: at },
  })
  expect((await readQueueAges(ctx())).generations).toEqual({ count: 1, oldestAt: at.toISOString() })
})

it('names models that fail often, or whose circuit is open, and not one that was asked for what it may not write', async () => {
  const use = async (modelId: string, alias: string, outcomes: readonly (string | null)[]) => {
    for (const failureKind of outcomes)
      await prisma().modelUsage.create({
        data: {
          id: domain.ctx.newId(),
          purpose: 'model_test',
          modelId,
          alias,
          vendor: 'zhipu',
          upstreamModel: 'x',
          isSandbox: true,
          epoch: 0,
          attempt: 1,
          outcome: failureKind === null ? 'succeeded' : 'failed',
          failureKind,
          inputTokens: 1,
          outputTokens: 1,
          cachedInputTokens: 0,
          reasoningTokens: 0,
          isEstimated: false,
          latencyMs: 10,
          costMicroYuan: 1n,
          createdAt: ms('2026-03-10T02:00:00Z'),
        },
      })
  }
  const [bad, refusing, few] = [domain.ctx.newId(), domain.ctx.newId(), domain.ctx.newId()]
  await use(bad, '坏的', ['unavailable', 'unavailable', null, null, null])
  await use(refusing, '拒绝的', ['content_rejected', 'content_rejected', 'content_rejected', null, null])
  await use(few, '少的', ['unavailable'])
  expect(await findFailingModels(ctx())).toEqual({
    calls: 11,
    errors: 3,
    failing: [{ modelId: formatId('model', bad), alias: '坏的', calls: 5, errors: 2, isOpen: false }],
    areCircuitsKnown: true,
  })
})

async function addRefund(at: Date, { kind, status }: { kind: string; status: string }): Promise<void> {
  const { orderId, paymentId } = await addPayment(ms('2026-01-01T00:00:00Z'))
  await prisma().moneyRefund.create({
    data: {
      id: domain.ctx.newId(),
      refundNo: `MZR${randomBytes(10).toString('hex').toUpperCase()}`,
      orderId,
      paymentId,
      kind,
      status,
      amountFen: 100,
      reason: kind === 'request' ? 'wish' : 'paid_twice',
      createdAt: at,
      ...(kind === 'request' && { requestKey: randomUUID(), askedFen: 100 }),
      ...(status !== 'requested' && { reservedAt: at, submittedAt: at }),
    },
  })
}

async function addConversation(waitingSince: Date): Promise<void> {
  await prisma().supportConversation.create({
    data: {
      id: domain.ctx.newId(),
      userId,
      subject: '问一下',
      status: 'waiting_for_us',
      askedAsMember: false,
      waitingSince,
      lastMessageAt: waitingSince,
      requestKey: randomUUID(),
      requestFingerprint: Buffer.from('x'),
      createdAt: waitingSince,
    },
  })
}
