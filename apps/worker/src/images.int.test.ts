import { randomUUID } from 'node:crypto'
import { generateImageInput } from '@mozhou/contracts/images/inputs'
import { formatId } from '@mozhou/contracts/ids'
import { auditLedger } from '@mozhou/domain/credits/audit-ledger'
import { getBalance } from '@mozhou/domain/credits/get-balance'
import { requestStop } from '@mozhou/domain/generations/request-stop'
import type { RequestedGeneration } from '@mozhou/domain/generations/request-generation'
import { getImageCreation } from '@mozhou/domain/images/get-image-creation'
import { generateImage } from '@mozhou/domain/images/request-image'
import { stopGeneration } from '@mozhou/workflows/client'
import type { sweepStuckGenerations } from '@mozhou/workflows/housekeeping'
import { generationWorkflowId } from '@mozhou/workflows/ids'
import { coreQueue } from '@mozhou/workflows/options'
import { keepHistory, scanHistory } from '@mozhou/workflows/testing/histories'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { createTestRig, historyOf } from './testing/test-rig.ts'
import type { TestRig } from './testing/test-rig.ts'

const prompt = '雪天的红灯笼与旧巷子'
let rig: TestRig

beforeAll(async () => {
  rig = await createTestRig()
})
afterEach(() => rig.reset())
afterAll(async () => {
  const { checks } = await auditLedger(rig.ctx)
  await rig.close()
  expect(checks.filter((check) => !check.isPassed)).toEqual([])
})

const creditsOf = async (userId: string) => (await getBalance(rig.ctx, { userId })).credits

async function draw(more: object = {}): Promise<RequestedGeneration & { userId: string }> {
  const userId = await rig.addUser()
  const input = generateImageInput.parse({ prompt, requestKey: randomUUID(), ...more })
  const requested = await generateImage(rig.ctx, { ...input, userId })
  await rig.start(requested)
  return requested
}

async function finish(requested: RequestedGeneration, name: string) {
  const events = await rig.watch(requested)
  const history = await historyOf(rig, requested)
  expect(scanHistory(history, [prompt, '红灯笼', 'sandbox-secret', 'sk-', 'fil_', '/f/', 'http'])).toEqual([])
  await keepHistory('generate-creation', name, history)
  return events.map(({ event }) => event)
}

it('helps with the prompt, makes the pictures one after the other, and tells of each', async () => {
  const requested = await draw({ helpsPrompt: true, count: 2 })
  const events = await finish(requested, 'pictures')
  expect(events.at(-1)).toMatchObject({ type: 'done', status: 'succeeded', isIncomplete: false, refundedCredits: 0 })
  const told = events.flatMap((event) => (event.type === 'picture' ? [[event.place, event.state]] : []))
  expect(told).toEqual(
    expect.arrayContaining([
      [1, 'made'],
      [2, 'made'],
    ]),
  )
  const work = await getImageCreation(rig.ctx, requested)
  expect(work.versions).toMatchObject([{ isPromptHelped: true, missing: 0 }])
  expect(work.versions[0]?.usedPrompt).not.toBe('')
  expect(await creditsOf(requested.userId)).toBe(30)
})

it('gives back what was filtered', async () => {
  await rig.sandbox.behave({ fault: 'partial', vendor: 'dashscope', times: 1 })
  const requested = await draw({ count: 3 })
  const events = await finish(requested, 'pictures-partly')
  expect(events.at(-1)).toMatchObject({ type: 'done', status: 'succeeded', isIncomplete: true, refundedCredits: 10 })
  expect(await creditsOf(requested.userId)).toBe(30)
})

it('goes to the next model where one does not serve', async () => {
  await rig.sandbox.behave({ fault: 'billing', vendor: 'dashscope', times: 1 })
  const requested = await draw()
  await finish(requested, 'pictures-fallback')
  const [version] = (await getImageCreation(rig.ctx, requested)).versions
  expect(version?.model).not.toBe('通义万相')
  expect(await creditsOf(requested.userId)).toBe(40)
})

it('stops before anything is made, and gives everything back', async () => {
  await rig.sandbox.behave({ fault: 'task-slow', vendor: 'dashscope', times: 1 })
  const requested = await draw({ count: 2 })
  const isPending = () =>
    rig.ctx.prisma.imageCall.count({ where: { generationId: requested.generationId, state: 'pending' } })
  await expect.poll(isPending, { timeout: 20_000 }).toBe(1)
  await requestStop(rig.ctx, requested)
  await stopGeneration(rig.temporal.client.workflow, requested.creationId, requested.ordinal)
  const events = await finish(requested, 'pictures-stopped')
  expect(events.at(-1)).toMatchObject({ type: 'done', status: 'cancelled', refundedCredits: 20 })
  expect(await creditsOf(requested.userId)).toBe(50)
})

const terminate = ({ creationId, ordinal }: RequestedGeneration) =>
  rig.temporal.client.workflow.getHandle(generationWorkflowId(creationId, ordinal)).terminate('a test')
const sweep = () =>
  rig.temporal.client.workflow.execute<typeof sweepStuckGenerations>('sweepStuckGenerations', {
    taskQueue: coreQueue,
    workflowId: randomUUID(),
    args: [{ olderThanMs: 0 }],
  })
const madeOf = ({ generationId }: RequestedGeneration) =>
  rig.ctx.prisma.imagePicture.count({ where: { generationId, state: 'made' } })
const openCalls = ({ generationId }: RequestedGeneration) =>
  rig.ctx.prisma.imageCall.count({ where: { generationId, endedAt: null } })

it('terminated in Temporal, keeps the pictures that are there and gives exactly the others back', async () => {
  // One that makes a picture a call, so that some are there before others are asked for.
  const model = { vendor: 'zhipu', capability: 'image', deletedAt: null } as const
  const { id } = await rig.ctx.prisma.aiModel.findFirstOrThrow({ where: model, select: { id: true } })
  const requested = await draw({ count: 4, modelId: formatId('model', id) })
  await expect.poll(() => madeOf(requested), { timeout: 20_000, interval: 10 }).toBeGreaterThan(0)
  await terminate(requested)
  expect(await sweep()).toMatchObject({ repaired: 1 })
  const made = await madeOf(requested)
  const [version] = (await getImageCreation(rig.ctx, requested)).versions
  expect(version).toMatchObject({ missing: 4 - made })
  expect(await creditsOf(requested.userId)).toBe(50 - made * 10)
  expect(await openCalls(requested)).toBe(0)
})

it('terminated in Temporal before anything is made, gives everything back', async () => {
  await rig.sandbox.behave({ fault: 'task-slow', vendor: 'dashscope', times: 1 })
  const requested = await draw({ count: 2 })
  await expect.poll(() => openCalls(requested), { timeout: 20_000 }).toBe(1)
  await terminate(requested)
  expect(await sweep()).toMatchObject({ repaired: 1 })
  expect(await madeOf(requested)).toBe(0)
  expect(await creditsOf(requested.userId)).toBe(50)
  const calls = { where: { generationId: requested.generationId } }
  expect(await rig.ctx.prisma.imageCall.findMany(calls)).toMatchObject([{ state: 'unknown' }])
})
