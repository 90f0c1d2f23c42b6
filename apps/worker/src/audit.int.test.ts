import { auditLedger } from '@mozhou/domain/credits/audit-ledger'
import { listAudits } from '@mozhou/domain/credits/list-audits'
import { runAudit } from '@mozhou/domain/credits/run-audit'
import { startAudit } from '@mozhou/workflows/client'
import { auditWorkflowId } from '@mozhou/workflows/ids'
import { coreQueue } from '@mozhou/workflows/options'
import { searchKeys } from '@mozhou/workflows/search-attributes'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestRig } from './testing/test-rig.ts'
import { createTestRig } from './testing/test-rig.ts'

let rig: TestRig
beforeAll(async () => {
  rig = await createTestRig({ queues: ['core'] })
  await rig.addUser()
})
afterAll(() => rig.close())

const passed = { failedChecks: 0, findings: 0 }

it('takes an audit that an operator asked for to its end', async () => {
  const auditId = rig.ctx.newId()
  // What a worker that died had stored of it.
  const died = AbortSignal.abort(new Error('died'))
  await expect(runAudit(rig.ctx, { auditId, signal: died })).rejects.toThrow('died')
  expect((await listAudits(rig.ctx)).running).toMatchObject({ checked: 0 })
  const { workflow } = rig.temporal.client
  await startAudit(workflow, auditId)
  expect(await workflow.getHandle(auditWorkflowId(auditId)).result()).toEqual(passed)
  const { last, running } = await listAudits(rig.ctx)
  expect(running).toBeNull()
  expect(last?.checks).toEqual((await auditLedger(rig.ctx)).checks)
})

it('takes the one of the hour under the id of its run, and marks what it found', async () => {
  const { workflow } = rig.temporal.client
  const start = () => workflow.start('auditLedger', { workflowId: rig.ctx.newId(), taskQueue: coreQueue, args: [] })
  const first = await start()
  expect(await first.result()).toEqual(passed)
  expect(
    await rig.ctx.prisma.ledgerAudit.count({ where: { id: first.firstExecutionRunId, finishedAt: { not: null } } }),
  ).toBe(1)

  await rig.ctx.prisma.$executeRaw`UPDATE credit_accounts SET balance = balance + 1 WHERE user_id IS NOT NULL`
  const second = await start()
  expect(await second.result()).toEqual({ failedChecks: 2, findings: 2 })
  expect((await second.describe()).typedSearchAttributes.get(searchKeys.needsAttention)).toBe(true)
})
