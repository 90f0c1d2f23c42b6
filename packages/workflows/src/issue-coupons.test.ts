import { ApplicationFailure } from '@temporalio/common'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startCouponIssue } from './coupon-client.ts'
import { couponIssueWorkflowId } from './ids.ts'
import { openCoreWorker } from './testing/core-worker.ts'
import type { CoreWorker } from './testing/core-worker.ts'
import { keepHistory, scanHistory } from './testing/histories.ts'

let core: CoreWorker
beforeAll(async () => {
  core = await openCoreWorker()
})
afterAll(() => core.close())

async function historyOf(issueId: string, name: string) {
  const history = await core.client.getHandle(couponIssueWorkflowId(issueId)).fetchHistory()
  expect(scanHistory(history, ['周年庆'])).toEqual([])
  await keepHistory('issue-coupons', name, history)
}

it('goes on step by step until the issue is over, once for several presses', async () => {
  const issueId = '01920000-0000-7000-8000-000000000001'
  let steps = 0
  const advanceCouponIssue = async () => {
    steps += 1
    return { isOver: steps === 3, total: 2_500, issued: Math.min(steps * 1_000, 2_400), skipped: steps === 3 ? 100 : 0 }
  }
  await core.withWorker({ advanceCouponIssue }, async () => {
    for (let press = 0; press < 3; press += 1) await startCouponIssue(core.client, issueId)
    expect(await core.resultOf(couponIssueWorkflowId(issueId))).toEqual({ issued: 2_400, skipped: 100 })
  })
  expect(steps).toBe(3)
  await historyOf(issueId, 'done')
})

it('tries a step again that failed, and goes on from what was stored', async () => {
  const issueId = '01920000-0000-7000-8000-000000000002'
  let steps = 0
  const advanceCouponIssue = async () => {
    steps += 1
    if (steps === 1) throw ApplicationFailure.retryable('the database is away')
    return { isOver: steps === 3, total: 1_500, issued: (steps - 1) * 750, skipped: 0 }
  }
  await core.withWorker({ advanceCouponIssue }, async () => {
    await startCouponIssue(core.client, issueId)
    expect(await core.resultOf(couponIssueWorkflowId(issueId))).toEqual({ issued: 1_500, skipped: 0 })
  })
  await historyOf(issueId, 'retried')
})
