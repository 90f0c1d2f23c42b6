import { queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export const workflowsKey = ['workflows'] as const

async function readRunning(signal: AbortSignal) {
  const running = await api.workflows.running.query(undefined, { signal })
  return running.map((workflow) => ({ ...workflow, id: workflow.runId }))
}

export type Run = Awaited<ReturnType<typeof readRunning>>[number]

export function runningWorkflows() {
  return queryOptions({
    queryKey: [...workflowsKey, 'running'] as const,
    queryFn: ({ signal }): Promise<Run[]> => readRunning(signal),
    refetchInterval: 5_000,
  })
}
