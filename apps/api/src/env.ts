import { count, domainEnvironment, parseEnvironment, serverEnvironment, urlOf } from '@mozhou/domain/environment'
import type { EnvironmentValues } from '@mozhou/domain/environment'
import { z } from 'zod'

const port = count(0, 65_535)

/** Express's `trust proxy`: false, a number of hops, or a list of addresses. */
const trustProxy = z
  .string()
  .regex(/^(false|\d{1,2}|[\da-fA-F.:/, a-z]+)$/)
  .transform((text) => (text === 'false' ? false : /^\d+$/.test(text) ? Number(text) : text))

const envSchema = z.object({
  ...domainEnvironment,
  ...serverEnvironment,
  API_PORT: port.default(3_100),
  DATABASE_POOL_SIZE: count(2, 200).default(20),
  SECRET_KEY: z
    .string()
    .refine((text) => Buffer.byteLength(text) >= 32, 'needs at least 32 bytes: openssl rand -base64 48'),
  TEMPORAL_UI_URL: urlOf('http', 'https').optional(),
  WORKER_HEALTH_URL: urlOf('http', 'https').optional(),
  RATE_LIMIT_PER_MINUTE: count(1, 10_000_000).default(600),
  ADDRESS_RATE_LIMIT_PER_MINUTE: count(1, 10_000_000).default(3_000),
  ANONYMOUS_RATE_LIMIT_PER_MINUTE: count(1, 10_000_000).default(120),
  AUTH_RATE_LIMIT_PER_MINUTE: count(1, 10_000_000).default(60),
  AUTH_RATE_LIMIT_PER_HOUR: count(1, 10_000_000).default(300),
  REFRESH_RATE_LIMIT_PER_MINUTE: count(1, 10_000_000).default(600),
  /** Event streams that a person may have open in one process. */
  EVENT_STREAMS_LIMIT: count(1, 10_000).default(20),
  EXPORT_THREADS: count(1, 32).default(1),
  EXPORT_QUEUE: count(1, 1_000).default(16),
  EXPORT_TIME_LIMIT_SECONDS: count(1, 300).default(20),
  /** Pictures that may wait for the one that is being read. */
  FILE_QUEUE: count(1, 1_000).default(32),
  /** Work that a registration must bring, in zero bits of a hash; 0 asks for none, 16 takes a browser about a second. */
  REGISTRATION_PROOF_BITS: count(0, 24).default(0),
  TRUST_PROXY: trustProxy.default(false),
})
export type ApiEnv = z.output<typeof envSchema>

/** Addresses of a development machine, beside the domain's own. */
function machineDefaults(values: EnvironmentValues): Record<string, string> {
  const at = (name: string, fallback: number) => `http://127.0.0.1:${values[name] || fallback}`
  return {
    TEMPORAL_UI_URL: at('TEMPORAL_UI_PORT', 8233),
    WORKER_HEALTH_URL: `${at('WORKER_METRICS_PORT', 3110)}/health/live`,
  }
}

/** @throws Error that lists every missing and malformed name at once; values are not in it */
export function parseEnv(values: EnvironmentValues): ApiEnv {
  return parseEnvironment(envSchema, values, machineDefaults(values))
}

export function readEnv(): ApiEnv {
  return parseEnv(process.env)
}
