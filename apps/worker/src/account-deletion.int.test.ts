import { requestDeletion } from '@mozhou/domain/account-deletion/request-deletion'
import { addWork } from '@mozhou/domain/creations/testing/add-work'
import { parseId } from '@mozhou/contracts/ids'
import { testPassword } from '@mozhou/domain/testing/test-domain'
import { deletionWorkflowId } from '@mozhou/workflows/ids'
import type { sweepStuckGenerations } from '@mozhou/workflows/housekeeping'
import { coreQueue } from '@mozhou/workflows/options'
import { keepHistory, scanHistory } from '@mozhou/workflows/testing/histories'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestRig } from './testing/test-rig.ts'
import type { TestRig } from './testing/test-rig.ts'

let rig: TestRig
beforeAll(async () => {
  rig = await createTestRig({ queues: ['core'] })
})
afterAll(() => rig.close())

const sweep = () =>
  rig.temporal.client.workflow.execute<typeof sweepStuckGenerations>('sweepStuckGenerations', {
    workflowId: `sweep-${crypto.randomUUID()}`,
    taskQueue: coreQueue,
    args: [{ olderThanMs: 600_000 }],
  })
const runOf = (deletionId: string) => rig.temporal.client.workflow.getHandle(deletionWorkflowId(deletionId))

/** Somebody who has closed their account, and whose days of regret are over. */
async function dueDeletion(title: string) {
  const userId = await rig.addUser()
  await addWork(rig.ctx, userId, { title })
  const { username } = await rig.ctx.prisma.user.findUniqueOrThrow({ where: { id: userId } })
  const { id } = await requestDeletion(rig.ctx, { userId, currentPassword: testPassword, ipAddress: '203.0.113.7' })
  const deletionId = parseId('accountDeletion', id) ?? ''
  await rig.ctx.prisma.accountDeletion.update({ where: { id: deletionId }, data: { dueAt: new Date(0) } })
  return { userId, username, deletionId }
}

const deletionOf = (id: string) => rig.ctx.prisma.accountDeletion.findUniqueOrThrow({ where: { id } })

it('is carried out by the sweep, step by step, with no name in its history', async () => {
  const { userId, username, deletionId } = await dueDeletion('江边的清晨')
  await sweep()
  expect(await runOf(deletionId).result()).toEqual({ outcome: 'done' })
  expect(await deletionOf(deletionId)).toMatchObject({ status: 'done', counts: { works: 1 } })
  const user = await rig.ctx.prisma.user.findUniqueOrThrow({ where: { id: userId } })
  expect(user).toMatchObject({ status: 'deleted', username: '' })
  const history = await runOf(deletionId).fetchHistory()
  expect(scanHistory(history, [username, '清晨'])).toEqual([])
  await keepHistory('account-deletion', 'done', history)
  const description = await runOf(deletionId).describe()
  expect(description.searchAttributes).toMatchObject({ BizType: ['account-deletion'], BizStatus: ['done'] })
})

it('waits for what came in the way, and begins again under its id', async () => {
  const { userId, deletionId } = await dueDeletion('桥下的灯')
  const { generationId } = await addWork(rig.ctx, userId, { generationStatus: 'running' })
  await sweep()
  expect(await runOf(deletionId).result()).toEqual({ outcome: 'hindered' })
  expect(await deletionOf(deletionId)).toMatchObject({ status: 'pending', hindrances: ['work_running'] })
  await keepHistory('account-deletion', 'hindered', await runOf(deletionId).fetchHistory())
  await rig.ctx.prisma.generation.update({ where: { id: generationId }, data: { status: 'succeeded' } })
  // Not before the hour is over.
  await sweep()
  expect(await deletionOf(deletionId)).toMatchObject({ status: 'pending' })
  await rig.ctx.prisma.accountDeletion.update({ where: { id: deletionId }, data: { triedAt: new Date(0) } })
  await sweep()
  expect(await runOf(deletionId).result()).toEqual({ outcome: 'done' })
})
