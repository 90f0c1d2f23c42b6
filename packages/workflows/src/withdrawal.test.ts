import { ApplicationFailure } from '@temporalio/common'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Activities } from './activities.ts'
import { withdrawalWorkflowId } from './ids.ts'
import { searchKeys } from './search-attributes.ts'
import { openCoreWorker } from './testing/core-worker.ts'
import type { CoreWorker } from './testing/core-worker.ts'
import { keepHistory, scanHistory } from './testing/histories.ts'
import { startMissingWithdrawal, tellWithdrawal } from './withdrawal-client.ts'

const soon = { reviewMs: 3_600_000, askMs: 10, longestAskMs: 20, lateMs: [10, 10] }
let core: CoreWorker
beforeAll(async () => {
  core = await openCoreWorker()
})
afterAll(() => core.close())

type Answers = Partial<Record<'approveWithdrawal' | 'sendTransfer' | 'askTransfer', readonly unknown[]>>

/** Each step gives its answers in turn, the last one again and again; an Error is thrown. */
function played(answers: Answers) {
  const calls: string[] = []
  const step = (name: keyof Answers) => async () => {
    const list = answers[name] ?? []
    const answer = list[Math.min(calls.filter((call) => call === name).length, list.length - 1)]
    calls.push(name)
    if (answer instanceof Error) throw answer
    return answer as never
  }
  const steps: Partial<Activities> = {
    ...(answers.approveWithdrawal && { approveWithdrawal: step('approveWithdrawal') }),
    ...(answers.sendTransfer && { sendTransfer: step('sendTransfer') }),
    ...(answers.askTransfer && { askTransfer: step('askTransfer') }),
  }
  return { steps, calls }
}

const asked = (status: string, more: { isAbsent?: boolean; mayReturn?: boolean } = {}) => ({
  status,
  isAbsent: false,
  mayReturn: false,
  ...more,
})

async function run(
  name: string,
  answers: Answers,
  meanwhile: (start: () => Promise<void>) => Promise<void> = async () => {},
) {
  const start = { withdrawalId: crypto.randomUUID(), userId: crypto.randomUUID(), attempt: 1, amountFen: 7_000 }
  const { steps, calls } = played(answers)
  const workflowId = withdrawalWorkflowId(start.withdrawalId, 1)
  let result: unknown
  await core.withWorker(steps, async () => {
    expect(await startMissingWithdrawal(core.client, start, soon)).toBe(true)
    expect(await startMissingWithdrawal(core.client, start, soon)).toBe(false)
    await meanwhile(() => tellWithdrawal(core.client, start, soon))
    result = await core.resultOf(workflowId)
  })
  const history = await core.client.getHandle(workflowId).fetchHistory()
  expect(scanHistory(history, ['沈小曼', '11010519491231002X', '13812345678'])).toEqual([])
  await keepHistory('withdrawal', name, history)
  return { result, calls, workflowId }
}

describe('a withdrawal', () => {
  it('is approved, sent once and asked about until it has arrived, and again later where it may come back', async () => {
    const { result, calls } = await run('success', {
      sendTransfer: [{ status: 'submitted', mayReturn: true }],
      askTransfer: [asked('submitted'), asked('paid', { mayReturn: true })],
    })
    expect(result).toEqual({ status: 'paid' })
    expect(calls).toEqual(['sendTransfer', 'askTransfer', 'askTransfer', 'askTransfer', 'askTransfer'])
  })

  it('that is brought back after it had arrived ends as what it came to', async () => {
    const { result } = await run('returned', {
      sendTransfer: [{ status: 'paid', mayReturn: true }],
      askTransfer: [asked('failed')],
    })
    expect(result).toEqual({ status: 'failed' })
  })

  it('63: whose answer was lost is asked about and not sent again', async () => {
    const { result, calls } = await run('unknown', {
      sendTransfer: [ApplicationFailure.nonRetryable('the worker died')],
      askTransfer: [asked('unknown'), asked('awaiting_confirm'), asked('paid')],
    })
    expect(result).toEqual({ status: 'paid' })
    expect(calls).toEqual(['sendTransfer', 'askTransfer', 'askTransfer', 'askTransfer'])
  })

  it('is sent again only when the channel says that it has never heard of it', async () => {
    const { result, calls } = await run('absent', {
      sendTransfer: [
        { status: 'unknown', mayReturn: false },
        { status: 'paid', mayReturn: false },
      ],
      askTransfer: [asked('unknown', { isAbsent: true })],
    })
    expect(result).toEqual({ status: 'paid' })
    expect(calls).toEqual(['sendTransfer', 'askTransfer', 'sendTransfer'])
  })

  it('waits for finance, marked for a person, and goes on as soon as it is told', async () => {
    const { result, workflowId } = await run(
      'review',
      { approveWithdrawal: [{ status: 'in_review' }, { status: 'approved' }] },
      async (tell) => {
        await expect.poll(() => attentionOf(), { timeout: 20_000 }).toBe(true)
        await tell()
      },
    )
    expect(result).toEqual({ status: 'paid' })
    expect(await attentionOf(workflowId)).toBe(false)
  })

  it('of a person who was suspended after its approval goes back to finance, and is sent once they let it go', async () => {
    const { result, calls } = await run(
      'held',
      {
        approveWithdrawal: [{ status: 'approved' }],
        sendTransfer: [
          { status: 'in_review', mayReturn: false },
          { status: 'paid', mayReturn: false },
        ],
      },
      async (tell) => {
        await expect.poll(() => attentionOf(), { timeout: 20_000 }).toBe(true)
        await tell()
      },
    )
    expect(result).toEqual({ status: 'paid' })
    expect(calls).toEqual(['approveWithdrawal', 'sendTransfer', 'approveWithdrawal', 'sendTransfer'])
  })

  it('62: ends when the channel says that nobody took it', async () => {
    const { result } = await run('not-confirmed', {
      sendTransfer: [{ status: 'awaiting_confirm', mayReturn: false }],
      askTransfer: [asked('awaiting_confirm'), asked('failed')],
    })
    expect(result).toEqual({ status: 'failed' })
  })

  it('has nothing to do when it was called off before', async () => {
    const { result, calls } = await run('called-off', { approveWithdrawal: [{ status: 'cancelled' }] })
    expect(result).toEqual({ status: 'cancelled' })
    expect(calls).toEqual(['approveWithdrawal'])
  })
})

/** Of one run, or whether any waits for a person. */
async function attentionOf(workflowId?: string): Promise<boolean | undefined> {
  if (workflowId !== undefined)
    return (await core.client.getHandle(workflowId).describe()).typedSearchAttributes.get(searchKeys.needsAttention)
  for await (const found of core.client.list({ query: 'NeedsAttention = true' }))
    if (found.type === 'withdrawal') return true
  return false
}
