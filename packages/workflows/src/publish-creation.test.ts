import { formatId } from '@mozhou/contracts/ids'
import { ApplicationFailure } from '@temporalio/common'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Activities, PublicationStep } from './activities.ts'
import { batchWorkflowId, publicationWorkflowId } from './ids.ts'
import { replanPublication, startMissingPublication, startPublications, tellPublication } from './publication-client.ts'
import { searchKeys } from './search-attributes.ts'
import { openCoreWorker } from './testing/core-worker.ts'
import type { CoreWorker } from './testing/core-worker.ts'
import { keepHistory, scanHistory } from './testing/histories.ts'

const soon = { leastWaitMs: 10, brokenMs: 20, lostAfterMs: 10, lostPauseMs: 10 }
const hour = 3_600_000
let core: CoreWorker
beforeAll(async () => {
  core = await openCoreWorker()
})
afterAll(() => core.close())

interface Script {
  /** What the row says, in turn; the last one again and again. */
  plan: readonly PublicationStep[]
  prepared?: readonly ({ isReady: boolean } | Error)[]
  submitted?: readonly ({ status: string } | Error)[]
  looked?: readonly ({ status: string } | Error)[]
}

const end = (status: string): PublicationStep => ({ step: 'end', status })
const wait = (ms: number, status = 'scheduled'): PublicationStep => ({ step: 'wait', ms, status })
const todo = (step: 'prepare' | 'look' | 'find_lost', status: string): PublicationStep => ({ step, status })

function played(script: Script) {
  const calls: string[] = []
  function answer<T>(name: string, list: readonly (T | Error)[]): T {
    const given = list[Math.min(calls.filter((call) => call === name).length, list.length - 1)]
    calls.push(name)
    if (given instanceof Error) throw given
    if (given === undefined) throw new Error(name)
    return given
  }
  const { plan, prepared = [{ isReady: true }], submitted = [{ status: 'published' }] } = script
  const { looked = [{ status: 'published' }] } = script
  const steps: Partial<Activities> = {
    planPublication: async () => answer('plan', plan),
    preparePublication: async () => answer('prepare', prepared),
    submitPublication: async () => answer('submit', submitted),
    lookUpPublication: async () => answer('look', looked),
    findLostPublication: async () => answer('find_lost', looked),
  }
  return { steps, calls, done: () => calls.filter((call) => call !== 'plan') }
}

const newStart = () => ({
  publicationId: crypto.randomUUID(),
  userId: crypto.randomUUID(),
  accountId: crypto.randomUUID(),
  platform: 'zhihu',
  round: 1,
  batchId: crypto.randomUUID(),
})

async function run(
  name: string,
  script: Script,
  meanwhile: (start: ReturnType<typeof newStart>) => Promise<void> = async () => {},
  pace = soon,
) {
  const start = newStart()
  const { steps, done } = played(script)
  const workflowId = publicationWorkflowId(start.publicationId, 1)
  let result: unknown
  await core.withWorker(steps, async () => {
    expect(await startMissingPublication(core.client, start, pace)).toBe(true)
    expect(await startMissingPublication(core.client, start, pace)).toBe(false)
    await meanwhile(start)
    result = await core.resultOf(workflowId)
  })
  const history = await core.client.getHandle(workflowId).fetchHistory()
  expect(scanHistory(history, ['夜跑', 'secret'])).toEqual([])
  await keepHistory('publish-to-platform', name, history)
  return { result, done: done(), workflowId }
}

describe('a publication', () => {
  it('waits for its time, is prepared, submitted once, and asked about until the platform has said its last word', async () => {
    const { result, done } = await run('success', {
      plan: [
        wait(20),
        todo('prepare', 'preparing'),
        wait(10, 'in_review'),
        todo('look', 'in_review'),
        todo('look', 'in_review'),
        end('published'),
      ],
    })
    expect(result).toEqual({ status: 'published' })
    expect(done).toEqual(['prepare', 'submit', 'look', 'look'])
  })

  it('whose submission fails without a word is looked for as soon as its row allows, and not submitted again', async () => {
    const script: Script = {
      plan: [todo('prepare', 'preparing'), wait(10, 'submitted'), todo('find_lost', 'submitted'), end('unconfirmed')],
      submitted: [ApplicationFailure.nonRetryable('the worker died')],
    }
    const { result, done } = await run('lost', script, undefined, { ...soon, brokenMs: hour })
    expect(result).toEqual({ status: 'unconfirmed' })
    expect(done).toEqual(['prepare', 'submit', 'find_lost'])
  })

  it('that is not ready is not submitted', async () => {
    const { result, done } = await run('halted', {
      plan: [todo('prepare', 'preparing'), end('needs_attention')],
      prepared: [{ isReady: false }],
    })
    expect(result).toEqual({ status: 'needs_attention' })
    expect(done).toEqual(['prepare'])
  })

  it('that is put off for hours is begun as soon as its person says now', async () => {
    const { result, done } = await run(
      'now',
      { plan: [wait(hour), todo('prepare', 'preparing'), end('published')] },
      (start) => replanPublication(core.client, start, 'now', soon),
    )
    expect(result).toEqual({ status: 'published' })
    expect(done).toEqual(['prepare', 'submit'])
  })

  it('that is taken back ends, and nothing was done', async () => {
    const { result, done, workflowId } = await run('cancelled', { plan: [wait(hour), end('cancelled')] }, (start) =>
      replanPublication(core.client, start, 'cancel', soon),
    )
    expect(result).toEqual({ status: 'cancelled' })
    expect(done).toEqual([])
    const { typedSearchAttributes } = await core.client.getHandle(workflowId).describe()
    expect(typedSearchAttributes.get(searchKeys.bizStatus)).toBe('cancelled')
  })

  it('in review looks at once when the platform has told', async () => {
    const { done } = await run(
      'told',
      { plan: [wait(hour, 'in_review'), todo('look', 'in_review'), end('published')] },
      (start) => tellPublication(core.client, start),
    )
    expect(done).toEqual(['look'])
  })

  it('that has no run is started by what its person does', async () => {
    const start = newStart()
    const { steps, done } = played({ plan: [todo('prepare', 'preparing'), end('published')] })
    await core.withWorker(steps, async () => {
      await replanPublication(core.client, start, 'now', soon)
      expect(await core.resultOf(publicationWorkflowId(start.publicationId, 1))).toEqual({ status: 'published' })
    })
    expect(done()).toEqual(['prepare', 'submit'])
  })

  it('whose run has ended is told nothing, without an error', async () => {
    const start = newStart()
    await replanPublication(core.client, start, 'cancel', soon)
    await tellPublication(core.client, start)
  })

  it('those of one press end apart: what fails holds none of the others', async () => {
    const starts = [newStart(), newStart(), newStart()]
    const [first] = starts
    const batch = starts.map((start) => ({ ...start, batchId: first?.batchId ?? '' }))
    const steps: Partial<Activities> = {
      planPublication: async ({ publicationId }) =>
        publicationId === first?.publicationId ? end('rejected') : end('published'),
    }
    await core.withWorker(steps, async () => {
      await startPublications(core.client, batch, soon)
      await startPublications(core.client, batch, soon)
      const workflowId = batchWorkflowId(first?.batchId ?? '')
      expect(await core.resultOf(workflowId)).toEqual({ statuses: ['rejected', 'published', 'published'] })
      const summary = (await core.client.getHandle(workflowId).describe()).memo?.['summary']
      expect(summary).toBe('发布到 知乎 ×3')
      for (const { publicationId, userId, accountId } of batch) {
        const run = await core.client.getHandle(publicationWorkflowId(publicationId, 1)).describe()
        expect(run.memo?.['summary']).toBe(`发布 · 知乎 · ${formatId('platformAccount', accountId)}`)
        const { typedSearchAttributes: found } = run
        const { platform, bizType, orderId, userId: owner } = searchKeys
        expect([platform, bizType, orderId, owner].map((key) => found.get(key))).toEqual([
          'zhihu',
          'publication',
          formatId('publication', publicationId),
          formatId('user', userId),
        ])
      }
      const history = await core.client.getHandle(workflowId).fetchHistory()
      expect(scanHistory(history, [])).toEqual([])
      await keepHistory('publish-creation', 'apart', history)
    })
  })
})
