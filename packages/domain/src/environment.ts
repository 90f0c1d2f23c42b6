import { z } from 'zod'
import { parseCredentialsKeys } from './credentials-keys.ts'
import { developmentDefaults } from './development-defaults.ts'
import type { Settings } from './settings.ts'

export type EnvironmentValues = Readonly<Record<string, string | undefined>>

const minutesInMonth = 44_640
export const count = (minimum: number, maximum: number) => z.coerce.number().int().min(minimum).max(maximum)
export const urlOf = (...protocols: string[]) => z.url({ protocol: new RegExp(`^(${protocols.join('|')})$`) })

/** Everything that a process which assembles the domain reads, declared once; each adds its own names. */
export const domainEnvironment = {
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  DATABASE_URL: urlOf('postgres', 'postgresql'),
  REDIS_URL: urlOf('redis', 'rediss'),
  CREDENTIALS_KEYS: z.string().transform((text, context) => {
    const keys = parseCredentialsKeys(text)
    if (keys) return keys
    context.addIssue({ code: 'custom', message: 'must be id:base64-of-32-bytes, separated by commas' })
    return z.NEVER
  }),
  SANDBOX_URL: urlOf('http', 'https').optional(),
  ACCESS_TOKEN_EXPIRE_MINUTES: count(1, minutesInMonth).default(120),
  REFRESH_TOKEN_EXPIRE_DAYS: count(1, 365).default(30),
  SIGNUP_GIFT_CREDITS: count(0, 1_000_000).default(50),
  /** Generations within 24 hours that a membership covers. */
  MEMBER_DAILY_LIMIT: count(1, 1_000_000).default(500),
  /** Generations a person may have under way at once. */
  CONCURRENCY_LIMIT: count(1, 1_000).default(2),
  MEMBER_CONCURRENCY_LIMIT: count(1, 1_000).default(5),
}

/** What every process that stays up reads beside it: where it listens, and where its workflows are. */
export const serverEnvironment = {
  HOST: z.string().min(1).default('127.0.0.1'),
  /** What to do at the start when the database has migrations that this version does not know. */
  NEWER_DATABASE: z.enum(['refuse', 'accept']).default('refuse'),
  TEMPORAL_ADDRESS: z.string().regex(/^[^\s:/]+:\d{1,5}$/),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
}

const schema = z.object(domainEnvironment)
export type DomainEnvironment = z.output<typeof schema>

export function toSettings(env: DomainEnvironment): Settings {
  return {
    signupGiftCredits: env.SIGNUP_GIFT_CREDITS,
    memberDailyLimit: env.MEMBER_DAILY_LIMIT,
    concurrencyLimit: { free: env.CONCURRENCY_LIMIT, member: env.MEMBER_CONCURRENCY_LIMIT },
    accessTokenMinutes: env.ACCESS_TOKEN_EXPIRE_MINUTES,
    refreshTokenDays: env.REFRESH_TOKEN_EXPIRE_DAYS,
    sandboxUrl: env.SANDBOX_URL ?? null,
    allowsLoopbackModels: env.NODE_ENV !== 'production',
  }
}

/** Without any setting: what commands and tests that assemble a part by hand use. */
export const defaultSettings = toSettings(
  schema.parse({ ...developmentDefaults({}), NODE_ENV: 'production', SANDBOX_URL: undefined }),
)

/**
 * Parses once, at the start of a process. An empty value means "not set"; development has a default for everything, production only
 * where one is good anywhere. `defaults` are a development machine's own names beside the domain's.
 * @throws Error that lists every missing and malformed name at once; values are not in it
 */
export function parseEnvironment<Shape extends z.ZodRawShape>(
  schemaOf: z.ZodObject<Shape>,
  values: EnvironmentValues,
  defaults: Readonly<Record<string, string>> = {},
  refusals: (given: Record<string, string | undefined>) => string[] = () => [],
): z.output<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
  const machine = machineDefaults(values)
  const isProduction = given['NODE_ENV'] === 'production'
  const parsed = schemaOf.safeParse(isProduction ? given : { ...machine, ...defaults, ...given })
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path[0]?.toString() ?? ''}: ${wording(issue, given)}`),
    ...(isProduction ? [...publicDefaults(given, machine), ...refusals(given)] : []),
  ]
  if (parsed.success && problems.length === 0) return parsed.data
  throw new Error(`The environment does not fit (see .env.example):\n${problems.map((line) => `  ${line}`).join('\n')}`)
}

function machineDefaults(values: EnvironmentValues): Record<string, string> {
  return { ...developmentDefaults(values), SANDBOX_URL: `http://127.0.0.1:${values['SANDBOX_PORT'] || 3_200}` }
}

function wording(issue: z.core.$ZodIssue, given: Record<string, unknown>): string {
  return Object.hasOwn(given, String(issue.path[0])) ? issue.message : 'is not set'
}

/** What production must not run on, whichever process it is. */
function publicDefaults(given: Record<string, string | undefined>, machine: Record<string, string>): string[] {
  const isPublic = ['DATABASE_URL', 'SECRET_KEY', 'CREDENTIALS_KEYS'].filter((name) => given[name] === machine[name])
  return [
    ...isPublic.map((name) => `${name}: is the public development default`),
    ...(given['SANDBOX_URL'] ? ['SANDBOX_URL: has no place in production'] : []),
  ]
}
