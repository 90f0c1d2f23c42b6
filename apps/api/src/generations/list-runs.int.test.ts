import { afterAll, beforeAll, expect, it } from 'vitest'
import { idleWorkflows, startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'
import type { RunningWorkflowDto } from '../workflow-gateway.ts'
import type { RunDto } from './list-runs.ts'

let api: TestApi
let runs: RunningWorkflowDto[] = []
let known: { needsPerson: boolean } | null = { needsPerson: true }
beforeAll(async () => {
  api = await startApi({
    deps: { workflows: { ...idleWorkflows, listRunning: async () => runs, findRun: async () => known } },
  })
})
afterAll(() => api.close())

const bill = (runId: string, startedAt: Date): RunningWorkflowDto => ({
  workflowId: 'bill:alipay:2026-11-29',
  runId,
  type: 'reconcileBill',
  status: 'COMPLETED',
  startedAt: startedAt.toISOString(),
  summary: '',
  generationId: null,
  bizStatus: '',
  tier: '',
  needsAttention: true,
  url: null,
})

it('shows what was noted of a run, and not what was noted of an earlier run of the same work', async () => {
  const { accessToken: bearer } = await api.signIn('finance')
  const minutesAgo = (minutes: number) => new Date(api.ctx.clock.now().getTime() - minutes * 60_000)
  const listed = async () => (await api.query('workflows.running', { bearer })).data as RunDto[]
  const { workflowId } = bill('first', minutesAgo(10))
  runs = [bill('first', minutesAgo(10))]
  expect((await listed()).map(({ acknowledgement }) => acknowledgement)).toEqual([null])
  await api.mutate('workflows.acknowledge', { bearer, input: { workflowId, note: '已经核对' } })
  expect(await listed()).toMatchObject([{ runId: 'first', acknowledgement: { note: '已经核对' } }])
  runs = [bill('second', minutesAgo(-1)), ...runs]
  expect(await listed()).toMatchObject([
    { runId: 'second', acknowledgement: null },
    { runId: 'first', acknowledgement: { note: '已经核对' } },
  ])
})

it('takes no note of a run that nobody knows, or that needs nobody', async () => {
  const { accessToken: bearer } = await api.signIn('finance')
  const input = { workflowId: 'bill:alipay:2026-11-28', note: '已经核对' }
  const acknowledge = async () => (await api.mutate('workflows.acknowledge', { bearer, input })).error?.code
  known = null
  expect(await acknowledge()).toBe('RUN_NOT_FOUND')
  known = { needsPerson: false }
  expect(await acknowledge()).toBe('RUN_NEEDS_NOBODY')
  expect(await api.ctx.prisma.runAcknowledgement.count({ where: { workflowId: input.workflowId } })).toBe(0)
})
