import { once } from 'node:events'
import { auditLedger } from '@mozhou/domain/credits/audit-ledger'
import { getBalance } from '@mozhou/domain/credits/get-balance'
import { getReceipt } from '@mozhou/domain/generations/get-receipt'
import { requestStop } from '@mozhou/domain/generations/request-stop'
import type { RequestedGeneration } from '@mozhou/domain/generations/request-generation'
import { stopGeneration } from '@mozhou/workflows/client'
import { keepHistory } from '@mozhou/workflows/testing/histories'
import { generationWorkflowId } from '@mozhou/workflows/ids'
import type { ChildProcess } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createNumbersRig } from './testing/numbers-rig.ts'
import type { NumbersRig } from './testing/numbers-rig.ts'

let rig: NumbersRig
let worker: ChildProcess
beforeAll(async () => {
  rig = await createNumbersRig()
  worker = await rig.startWorker()
})
afterAll(async () => {
  const { checks } = await auditLedger(rig.ctx)
  await rig.close()
  expect(checks.filter((check) => !check.isPassed)).toEqual([])
})

const creditsOf = async (userId: string) => (await getBalance(rig.ctx, { userId })).credits
const versionOf = ({ generationId }: RequestedGeneration) =>
  rig.ctx.prisma.version.findUnique({
    where: { generationId },
    select: { result: true, isIncomplete: true, isPartial: true },
  })
const numbersStored = async ({ generationId }: RequestedGeneration) => {
  const select = { plan: true }
  return (await rig.ctx.prisma.generation.findUniqueOrThrow({ where: { id: generationId }, select })).plan
}
const untilFirstIsStored = (requested: RequestedGeneration) =>
  expect.poll(() => numbersStored(requested), { timeout: 30_000 }).toEqual({ numbers: [11] })
const receiptOf = async (requested: RequestedGeneration) => {
  const receipt = await getReceipt(rig.ctx, requested)
  const [{ entries, attempts } = { entries: [], attempts: [] }] = receipt.generations
  return {
    netCredits: receipt.netCredits,
    entries: entries.map(({ kind, amount }) => [kind, amount]),
    attempts: attempts.map(({ outcome }) => outcome),
  }
}

it('is charged, made stage by stage, and stored', async () => {
  const userId = await rig.addUser()
  const requested = await rig.request(userId, { open: 2 })
  expect(await rig.result(requested)).toMatchObject({ status: 'succeeded', finish: 'stop' })
  expect(await versionOf(requested)).toEqual({ result: { numbers: [11, 22] }, isIncomplete: false, isPartial: false })
  expect(await receiptOf(requested)).toEqual({
    netCredits: -10,
    entries: [['consume', -10]],
    attempts: ['succeeded', 'succeeded'],
  })
  const id = generationWorkflowId(requested.creationId, requested.ordinal)
  await keepHistory('generate-creation', 'stages', await rig.temporal.client.workflow.getHandle(id).fetchHistory())
})

it('keeps the stage that was made when the person stops, and gives the other half back', async () => {
  const userId = await rig.addUser()
  const requested = await rig.request(userId, { open: 1 })
  await untilFirstIsStored(requested)
  await requestStop(rig.ctx, requested)
  await stopGeneration(rig.temporal.client.workflow, requested.creationId, requested.ordinal)
  expect(await rig.result(requested)).toEqual({ status: 'cancelled', isKept: true })
  expect(await versionOf(requested)).toEqual({ result: { numbers: [11] }, isIncomplete: true, isPartial: true })
  expect(await receiptOf(requested)).toMatchObject({
    netCredits: -5,
    entries: [
      ['consume', -10],
      ['refund', 5],
    ],
  })
  expect(await creditsOf(userId)).toBe(45)
})

it('gives everything back when the person stops before the first stage is made', async () => {
  const userId = await rig.addUser()
  const requested = await rig.request(userId, { open: 0 })
  await requestStop(rig.ctx, requested)
  await stopGeneration(rig.temporal.client.workflow, requested.creationId, requested.ordinal)
  expect(await rig.result(requested)).toEqual({ status: 'cancelled', isKept: false })
  expect(await versionOf(requested)).toBeNull()
  expect(await creditsOf(userId)).toBe(50)
})

it('keeps what was delivered when nobody can make the next stage', async () => {
  const userId = await rig.addUser()
  const requested = await rig.request(userId, { open: 2, failing: 2 })
  expect(await rig.result(requested)).toMatchObject({ status: 'succeeded', finish: 'length' })
  expect(await versionOf(requested)).toEqual({ result: { numbers: [11] }, isIncomplete: true, isPartial: false })
  expect(await receiptOf(requested)).toMatchObject({ netCredits: -5, attempts: ['succeeded', 'failed'] })
})

it('is refunded whole when nobody can make the first', async () => {
  const userId = await rig.addUser()
  const requested = await rig.request(userId, { open: 2, failing: 1 })
  expect(await rig.result(requested)).toEqual({ status: 'failed', code: 'CONTENT_REFUSED' })
  expect(await receiptOf(requested)).toMatchObject({ netCredits: 0, attempts: ['failed'] })
  expect(await creditsOf(userId)).toBe(50)
})

it('goes on with the second stage after the worker was killed between the two, on the one charge', async () => {
  const userId = await rig.addUser()
  const requested = await rig.request(userId, { open: 1 })
  await untilFirstIsStored(requested)
  worker.kill('SIGKILL')
  await once(worker, 'exit')
  worker = await rig.startWorker()
  await rig.open(requested, 2)
  expect(await rig.result(requested)).toMatchObject({ status: 'succeeded', finish: 'stop' })
  expect(await versionOf(requested)).toMatchObject({ result: { numbers: [11, 22] } })
  const { entries, attempts } = await receiptOf(requested)
  expect(entries).toEqual([['consume', -10]])
  expect(attempts.filter((outcome) => outcome === 'succeeded')).toHaveLength(2)
})
