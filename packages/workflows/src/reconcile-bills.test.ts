import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Activities } from './activities.ts'
import { billWorkflowId, reconciliationWorkflowId } from './ids.ts'
import { startReconciliation } from './order-client.ts'
import { searchKeys } from './search-attributes.ts'
import { openCoreWorker } from './testing/core-worker.ts'
import type { CoreWorker } from './testing/core-worker.ts'

const soon = { notReadyMs: 20, tries: 3 }
let core: CoreWorker
beforeAll(async () => {
  core = await openCoreWorker()
})
afterAll(() => core.close())

const attentionOf = async (workflowId: string) =>
  (await core.client.getHandle(workflowId).describe()).typedSearchAttributes.get(searchKeys.needsAttention)

describe('the bills of a day', () => {
  it('are waited for until the channel has made them, and compared once', async () => {
    const day = '2026-11-01'
    const answers: ('not_ready' | 'fetched')[] = ['not_ready', 'not_ready', 'fetched', 'fetched']
    const compared: string[] = []
    const steps: Partial<Activities> = {
      dueBills: async ({ day: asked }) => [
        ...['alipay', 'wechat'].map((channel) => ({ channel, day: asked ?? '' })),
        { channel: 'wechat', kind: 'flow', day: asked ?? '' },
      ],
      fetchBill: async ({ channel }) => (channel === 'alipay' ? (answers.shift() ?? 'fetched') : 'fetched'),
      compareBill: async ({ channel, kind = 'trade' }) => {
        compared.push(`${channel} ${kind}`)
        return { open: channel === 'wechat' && kind === 'trade' ? 2 : 0 }
      },
    }
    await core.withWorker(steps, async () => {
      for (let press = 0; press < 3; press += 1) await startReconciliation(core.client, day, soon)
      expect(await core.resultOf(reconciliationWorkflowId(day))).toEqual({ bills: 3, open: 2 })
    })
    expect(compared.toSorted()).toEqual(['alipay trade', 'wechat flow', 'wechat trade'])
    expect(await attentionOf(billWorkflowId({ channel: 'wechat', day }))).toBe(true)
    expect(await attentionOf(billWorkflowId({ channel: 'alipay', day }))).toBeUndefined()
    expect(await attentionOf(billWorkflowId({ channel: 'wechat', kind: 'flow', day }))).toBeUndefined()
  })

  it('that never come are left to the next run, and a person sees it', async () => {
    const day = '2026-11-02'
    const steps: Partial<Activities> = {
      dueBills: async () => [{ channel: 'alipay', day }],
      fetchBill: async () => 'not_ready',
    }
    await core.withWorker(steps, async () => {
      await startReconciliation(core.client, day, soon)
      expect(await core.resultOf(reconciliationWorkflowId(day))).toEqual({ bills: 1, open: 0 })
    })
    expect(await attentionOf(billWorkflowId({ channel: 'alipay', day }))).toBe(true)
  })
})
