import { count, domainEnvironment, parseEnvironment, serverEnvironment } from '@mozhou/domain/environment'
import type { EnvironmentValues } from '@mozhou/domain/environment'
import { aiQueue, coreQueue } from '@mozhou/workflows/options'
import { z } from 'zod'

const workerQueues = [coreQueue, aiQueue] as const
export type WorkerQueue = (typeof workerQueues)[number]

const schema = z.object({
  ...domainEnvironment,
  ...serverEnvironment,
  WORKER_METRICS_PORT: count(1, 65_535).default(3_110),
  /** Model calls at once: what the vendors' limits bear. A backlog beyond it is ordered by priority. */
  AI_SLOTS: count(1, 1_000).default(64),
  /** Task queues that this process serves: one each lets the processes for workflows and for model calls grow apart. */
  QUEUES: z
    .string()
    .default('core,ai')
    .transform((text, context) => {
      const queues = text.split(',').map((name) => name.trim())
      const known = workerQueues.filter((queue) => queues.includes(queue))
      if (known.length > 0 && queues.every((name) => known.some((queue) => queue === name))) return known
      context.addIssue({ code: 'custom', message: 'core, ai, or both separated by a comma' })
      return z.NEVER
    }),
  /** Age at which a generation without a workflow is looked after, in milliseconds. */
  SWEEP_AFTER_MS: z.coerce.number().int().min(1_000).default(30_000),
})
export type WorkerEnvironment = z.output<typeof schema>

/** @throws Error that lists every missing and malformed name at once. */
export function readEnvironment(values: EnvironmentValues = process.env): WorkerEnvironment {
  return parseEnvironment(schema, values)
}
