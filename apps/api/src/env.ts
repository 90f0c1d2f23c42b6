import { parseCredentialsKeys } from '@mozhou/domain/credentials-keys'
import { developmentDefaults } from '@mozhou/domain/development-defaults'
import { z } from 'zod'
import { productionRefusals } from './production-refusals.ts'

export type Environment = Readonly<Record<string, string | undefined>>

const minutesInMonth = 44_640
const count = (minimum: number, maximum: number) => z.coerce.number().int().min(minimum).max(maximum)
const port = count(0, 65_535)
const url = (...protocols: string[]) => z.url({ protocol: new RegExp(`^(${protocols.join('|')})$`) })

const originList = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim().replace(/\/$/, '')))
  .pipe(z.array(z.url({ protocol: /^https?$/ }).refine((text) => text === new URL(text).origin, 'must be an origin')))

/** Express's `trust proxy`: false, a number of hops, or a list of addresses. */
const trustProxy = z
  .string()
  .regex(/^(false|\d{1,2}|[\da-fA-F.:/, a-z]+)$/)
  .transform((text) => (text === 'false' ? false : /^\d+$/.test(text) ? Number(text) : text))

const envSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']),
  HOST: z.string().min(1),
  API_PORT: port,
  DATABASE_URL: url('postgres', 'postgresql'),
  DATABASE_POOL_SIZE: count(2, 200),
  REDIS_URL: url('redis', 'rediss'),
  SECRET_KEY: z
    .string()
    .refine((text) => Buffer.byteLength(text) >= 32, 'needs at least 32 bytes: openssl rand -base64 48'),
  CREDENTIALS_KEYS: z.string().transform((text, context) => {
    const keys = parseCredentialsKeys(text)
    if (keys) return keys
    context.addIssue({ code: 'custom', message: 'must be id:base64-of-32-bytes, separated by commas' })
    return z.NEVER
  }),
  TEMPORAL_ADDRESS: z.string().regex(/^[^\s:/]+:\d{1,5}$/),
  TEMPORAL_NAMESPACE: z.string().min(1),
  TEMPORAL_UI_URL: url('http', 'https').optional(),
  SANDBOX_URL: url('http', 'https').optional(),
  WORKER_HEALTH_URL: url('http', 'https').optional(),
  WEB_ORIGIN: originList,
  ADMIN_ORIGIN: originList,
  ACCESS_TOKEN_EXPIRE_MINUTES: count(1, minutesInMonth),
  REFRESH_TOKEN_EXPIRE_DAYS: count(1, 365),
  SIGNUP_GIFT_CREDITS: count(0, 1_000_000),
  /** Generations within 24 hours that a membership covers. */
  MEMBER_DAILY_LIMIT: count(1, 1_000_000),
  /** Generations a person may have under way at once. */
  CONCURRENCY_LIMIT: count(1, 1_000),
  MEMBER_CONCURRENCY_LIMIT: count(1, 1_000),
  RATE_LIMIT_PER_MINUTE: count(1, 10_000_000),
  ADDRESS_RATE_LIMIT_PER_MINUTE: count(1, 10_000_000),
  ANONYMOUS_RATE_LIMIT_PER_MINUTE: count(1, 10_000_000),
  AUTH_RATE_LIMIT_PER_MINUTE: count(1, 10_000_000),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
  TRUST_PROXY: trustProxy,
})
export type ApiEnv = z.output<typeof envSchema>

/** Good anywhere: production may leave these out. */
const settingDefaults = {
  NODE_ENV: 'development',
  HOST: '127.0.0.1',
  API_PORT: '3100',
  DATABASE_POOL_SIZE: '20',
  TEMPORAL_NAMESPACE: 'default',
  ACCESS_TOKEN_EXPIRE_MINUTES: '120',
  REFRESH_TOKEN_EXPIRE_DAYS: '30',
  SIGNUP_GIFT_CREDITS: '50',
  MEMBER_DAILY_LIMIT: '500',
  CONCURRENCY_LIMIT: '2',
  MEMBER_CONCURRENCY_LIMIT: '5',
  RATE_LIMIT_PER_MINUTE: '600',
  ADDRESS_RATE_LIMIT_PER_MINUTE: '3000',
  ANONYMOUS_RATE_LIMIT_PER_MINUTE: '120',
  AUTH_RATE_LIMIT_PER_MINUTE: '60',
  LOG_LEVEL: 'info',
  TRUST_PROXY: 'false',
}

/** Addresses and keys of a development machine. */
function machineDefaults(env: Environment): Record<string, string> {
  const at = (name: string, fallback: number) => `http://127.0.0.1:${env[name] || fallback}`
  const both = (origin: string) => `${origin},${origin.replace('127.0.0.1', 'localhost')}`
  return {
    ...developmentDefaults(env),
    TEMPORAL_UI_URL: at('TEMPORAL_UI_PORT', 8233),
    SANDBOX_URL: at('SANDBOX_PORT', 3200),
    WORKER_HEALTH_URL: `${at('WORKER_METRICS_PORT', 3110)}/health/live`,
    WEB_ORIGIN: both(at('WEB_PORT', 3000)),
    ADMIN_ORIGIN: both(at('ADMIN_PORT', 3001)),
  }
}

/** @throws Error that lists every missing and malformed name at once; values are not in it */
export function parseEnv(values: Environment): ApiEnv {
  // An empty value in .env means "not set".
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
  const isProduction = given['NODE_ENV'] === 'production'
  const defaults = isProduction ? settingDefaults : { ...settingDefaults, ...machineDefaults(values) }
  const parsed = envSchema.safeParse({ ...defaults, ...given })
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path[0]?.toString() ?? ''}: ${wording(issue, given)}`),
    ...(isProduction ? productionRefusals(given, machineDefaults(values)) : []),
  ]
  if (parsed.success && problems.length === 0) return parsed.data
  throw new Error(`The environment does not fit (see .env.example):\n${problems.map((line) => `  ${line}`).join('\n')}`)
}

function wording(issue: z.core.$ZodIssue, given: Record<string, unknown>): string {
  return Object.hasOwn(given, String(issue.path[0])) ? issue.message : 'is not set'
}

export function readEnv(): ApiEnv {
  return parseEnv(process.env)
}
