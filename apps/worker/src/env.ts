import { parseCredentialsKeys } from '@mozhou/domain/credentials-keys'
import { developmentDefaults } from '@mozhou/domain/development-defaults'
import { aiQueue, coreQueue } from '@mozhou/workflows/options'
import { z } from 'zod'

const workerQueues = [coreQueue, aiQueue] as const
export type WorkerQueue = (typeof workerQueues)[number]

export type WorkerEnvironment = ReturnType<typeof readEnvironment>

/**
 * What the worker needs, parsed once. In development everything has a default; production names every variable that is missing
 * or still has one.
 * @throws Error listing each missing or malformed name.
 */
export function readEnvironment(values: Readonly<Record<string, string | undefined>> = process.env) {
  const isProduction = values['NODE_ENV'] === 'production'
  const defaults = developmentDefaults(values)
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(isProduction ? given : { SANDBOX_URL: sandboxDefault(values), ...defaults, ...given })
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  if (isProduction) {
    for (const [name, value] of Object.entries(defaults)) {
      if (name !== 'TEMPORAL_ADDRESS' && values[name] === value) problems.push(`${name}: still the development default`)
    }
    if (values['SANDBOX_URL']) problems.push('SANDBOX_URL: there is no sandbox in production')
  }
  if (!parsed.success || problems.length > 0)
    throw new Error(`The worker cannot start:\n${problems.map((line) => `  ${line}`).join('\n')}`)
  return parsed.data
}

function sandboxDefault(values: Readonly<Record<string, string | undefined>>): string {
  return `http://127.0.0.1:${values['SANDBOX_PORT'] || 3_200}`
}

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  DATABASE_URL: z.string(),
  REDIS_URL: z.string(),
  CREDENTIALS_KEYS: z.string().transform((text, context) => {
    const keys = parseCredentialsKeys(text)
    if (keys) return keys
    context.addIssue({ code: 'custom', message: 'id:base64-of-32-bytes, separated by commas' })
    return z.NEVER
  }),
  TEMPORAL_ADDRESS: z.string(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  SANDBOX_URL: z.string().nullable().default(null),
  HOST: z.string().default('127.0.0.1'),
  WORKER_METRICS_PORT: z.coerce.number().int().min(1).max(65_535).default(3_110),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  /** Model calls at once: what the vendors' limits bear. A backlog beyond it is ordered by priority. */
  AI_SLOTS: z.coerce.number().int().min(1).max(1_000).default(64),
  SIGNUP_GIFT_CREDITS: z.coerce.number().int().min(0).max(10_000).default(50),
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
