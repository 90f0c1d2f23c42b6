import { z } from 'zod'

const integer = (fallback: number, max: number) =>
  z
    .string()
    .optional()
    .transform((text) => (text === undefined || text === '' ? fallback : Number(text)))
    .pipe(z.number().int().min(0).max(max))

const schema = z.object({
  NODE_ENV: z.string().optional(),
  SANDBOX_PORT: integer(3200, 65_535),
  /** Where mail is taken; without it nobody can send any. */
  SANDBOX_SMTP_PORT: z
    .string()
    .optional()
    .transform((text) => (text === undefined || text === '' ? null : Number(text)))
    .pipe(z.number().int().min(0).max(65_535).nullable()),
  SANDBOX_HOST: z
    .string()
    .optional()
    .transform((text) => text || '127.0.0.1'),
  SANDBOX_CHUNK_DELAY_MS: integer(25, 60_000),
  SANDBOX_FIRST_BYTE_MS: integer(120, 600_000),
  SANDBOX_SLOW_FIRST_BYTE_MS: integer(5000, 600_000),
  SANDBOX_SLOW_TOKENS_MS: integer(500, 60_000),
  SANDBOX_RETRY_AFTER_MS: integer(1000, 3_600_000),
  SANDBOX_TASK_MS: integer(1500, 3_600_000),
})

export interface SandboxEnv {
  port: number
  /** Null: takes no mail. */
  smtpPort: number | null
  host: string
  chunkDelayMs: number
  firstByteMs: number
  slowFirstByteMs: number
  slowTokensMs: number
  retryAfterMs: number
  taskMs: number
}

/** The process may not start with these settings; the message is meant for a person. */
export class EnvRefused extends Error {
  override name = 'EnvRefused'
}

/** Reads the sandbox's settings once. Throws EnvRefused in production or when a value is malformed. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): SandboxEnv {
  if (source.NODE_ENV === 'production') {
    throw new EnvRefused(
      'The sandbox imitates AI vendors and payment channels for development and tests; it refuses to start with NODE_ENV=production. ' +
        'Point the model catalogue and the channels at the real ones instead.',
    )
  }
  const parsed = schema.safeParse(source)
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new EnvRefused(`The sandbox cannot start, these settings are wrong:\n  ${names.join('\n  ')}`)
  }
  const env = parsed.data
  return {
    port: env.SANDBOX_PORT,
    smtpPort: env.SANDBOX_SMTP_PORT,
    host: env.SANDBOX_HOST,
    chunkDelayMs: env.SANDBOX_CHUNK_DELAY_MS,
    firstByteMs: env.SANDBOX_FIRST_BYTE_MS,
    slowFirstByteMs: env.SANDBOX_SLOW_FIRST_BYTE_MS,
    slowTokensMs: env.SANDBOX_SLOW_TOKENS_MS,
    retryAfterMs: env.SANDBOX_RETRY_AFTER_MS,
    taskMs: env.SANDBOX_TASK_MS,
  }
}
