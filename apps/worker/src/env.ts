import { count, domainEnvironment, parseEnvironment } from '@mozhou/domain/environment'
import type { EnvironmentValues } from '@mozhou/domain/environment'
import { z } from 'zod'

const schema = z.object({
  ...domainEnvironment,
  TEMPORAL_ADDRESS: z.string(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  HOST: z.string().default('127.0.0.1'),
  WORKER_METRICS_PORT: count(1, 65_535).default(3_110),
  /** Model calls at once: what the vendors' limits bear. A backlog beyond it is ordered by priority. */
  AI_SLOTS: count(1, 1_000).default(64),
  /** Age at which a generation without a workflow is looked after, in milliseconds. */
  SWEEP_AFTER_MS: z.coerce.number().int().min(1_000).default(30_000),
})
export type WorkerEnvironment = z.output<typeof schema>

/** @throws Error that lists every missing and malformed name at once. */
export function readEnvironment(values: EnvironmentValues = process.env): WorkerEnvironment {
  return parseEnvironment(schema, values)
}
