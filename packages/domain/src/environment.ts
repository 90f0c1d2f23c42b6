import { fileURLToPath } from 'node:url'
import { leastGiftDays } from '@mozhou/contracts/credits/gift-days'
import { ruleLimits } from '@mozhou/contracts/referrals/kinds'
import { z } from 'zod'
import { parseCredentialsKeys } from './credentials-keys.ts'
import { developmentDefaults } from './development-defaults.ts'
import { productionRefusals } from './production-refusals.ts'
import type { Settings } from './settings.ts'

export type EnvironmentValues = Readonly<Record<string, string | undefined>>

const minutesInMonth = 44_640
export const count = (minimum: number, maximum: number) => z.coerce.number().int().min(minimum).max(maximum)
export const urlOf = (...protocols: string[]) => z.url({ protocol: new RegExp(`^(${protocols.join('|')})$`) })

const setting = z.string().min(1).optional()

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
  /** The API as the payment channels reach it. */
  PUBLIC_API_URL: urlOf('http', 'https').optional(),
  /** Addresses that our calls come from, as others see them: what people enter in a platform's list of callers. */
  PUBLIC_EGRESS_IP: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(z.union([z.ipv4(), z.ipv6()])))
    .optional(),
  ALIPAY_APP_ID: setting,
  ALIPAY_PRIVATE_KEY: setting,
  ALIPAY_PUBLIC_KEY: setting,
  ALIPAY_SELLER_ID: setting,
  /** Whether the contract with Alipay has 周期扣款: memberships may renew themselves then. */
  ALIPAY_AUTO_RENEWAL: z.enum(['0', '1']).default('0'),
  /** Serial numbers of the app's certificate and of Alipay's root, with which money goes out; both or neither. */
  ALIPAY_APP_CERT_SN: setting,
  ALIPAY_ROOT_CERT_SN: setting,
  WECHAT_APP_ID: setting,
  WECHAT_MCH_ID: setting,
  WECHAT_MCH_SERIAL: setting,
  WECHAT_MCH_PRIVATE_KEY: setting,
  WECHAT_API_V3_KEY: setting,
  WECHAT_PAY_PUBLIC_KEY_ID: setting,
  WECHAT_PAY_PUBLIC_KEY: setting,
  WECHAT_H5: z.enum(['0', '1']).default('0'),
  /** Whether the contract with WeChat Pay has 商家转账: cash may be withdrawn there then. */
  WECHAT_TRANSFERS: z.enum(['0', '1']).default('0'),
  /** Of the official account whose id is WECHAT_APP_ID: whoever is paid there shows who they are by scanning. */
  WECHAT_APP_SECRET: setting,
  /** Our applications at platforms where creators allow us to publish; each pair whole or not at all. */
  DOUYIN_CLIENT_KEY: setting,
  DOUYIN_CLIENT_SECRET: setting,
  KUAISHOU_APP_ID: setting,
  KUAISHOU_APP_SECRET: setting,
  /** Where mail is handed over, and whom it comes from; both or neither. */
  SMTP_URL: urlOf('smtp', 'smtps').optional(),
  MAIL_FROM: z.string().min(3).max(320).optional(),
  ACCESS_TOKEN_EXPIRE_MINUTES: count(1, minutesInMonth).default(120),
  REFRESH_TOKEN_EXPIRE_DAYS: count(1, 365).default(30),
  SIGNUP_GIFT_CREDITS: count(0, 1_000_000).default(50),
  /** Days that the sign-up gift lives; 0: for ever. Gifts that were given keep what was said then. */
  SIGNUP_GIFT_DAYS: count(0, 3_650)
    .refine((days) => days === 0 || days >= leastGiftDays, `must be 0, or ${leastGiftDays} at least`)
    .default(0),
  /** Sign-up gifts of one network (IPv4 /24, IPv6 /56) and day. */
  SIGNUP_GIFTS_PER_NETWORK: count(0, 1_000_000).default(20),
  /** Days in which a closed account may be had back; 0: it is deleted at once. */
  ACCOUNT_DELETION_REGRET_DAYS: count(0, 15).default(7),
  /** How the days of a membership that goes back are counted. */
  MEMBERSHIP_PRORATION: z.enum(['linear', 'list']).default('linear'),
  /** Of the money received, in basis points, what both levels of a rebate may come to together. */
  REFERRAL_MOST_SHARE_BP: count(0, ruleLimits.mostShareBp).default(ruleLimits.mostShareBp),
  /** Whether rebates may be given as cash that can be withdrawn; tax is to be settled first. */
  REFERRAL_CASH: z.enum(['0', '1']).default('0'),
  /** Generations a person may have under way at once. */
  CONCURRENCY_LIMIT: count(1, 1_000).default(2),
  /** Works a person may have, those in the trash included. */
  CREATIONS_LIMIT: count(1, 1_000_000).default(5_000),
  /** Versions of one work. */
  VERSIONS_LIMIT: count(1, 100_000).default(500),
  /** Text that is kept for a person: forms, and versions as they were written and as they were read. */
  STORED_TEXT_LIMIT_MB: count(1, 1_000_000).default(200),
  /** Files of a person: uploads, pictures with their thumbnails, those in the trash included. */
  FILE_SPACE_LIMIT_MB: count(1, 1_000_000).default(2_000),
}

export const originList = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim().replace(/\/$/, '')))
  .pipe(z.array(z.url({ protocol: /^https?$/ }).refine((text) => text === new URL(text).origin, 'must be an origin')))

/** What every process that stays up reads beside it: where it listens, and where its workflows are. */
export const serverEnvironment = {
  HOST: z.string().min(1).default('127.0.0.1'),
  /** What to do at the start when the database has migrations that this version does not know. */
  NEWER_DATABASE: z.enum(['refuse', 'accept']).default('refuse'),
  TEMPORAL_ADDRESS: z.string().regex(/^[^\s:/]+:\d{1,5}$/),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  /** Where files wait and, without a store that speaks S3, stay. The same for every process on a machine. */
  FILES_DIR: z.string().min(1),
  /** A store that speaks S3, all of it or nothing. */
  S3_ENDPOINT: urlOf('http', 'https').optional(),
  S3_BUCKET: setting,
  S3_ACCESS_KEY_ID: setting,
  S3_SECRET_ACCESS_KEY: setting,
  S3_REGION: z.string().min(1).default('us-east-1'),
  /** 1: `https://host/bucket/key`, as most stores beside Amazon's take it. */
  S3_PATH_STYLE: z.enum(['0', '1']).default('1'),
  /** What cleaning or marking one picture may take. */
  FILE_TIME_LIMIT_SECONDS: count(1, 300).default(30),
  /** Of the creators' app: whose pages the API trusts, and where links in mails lead (the first one). */
  WEB_ORIGIN: originList,
  /** Of the operators' app; where links in what they are mailed lead (the first one). */
  ADMIN_ORIGIN: originList,
}

const servers = z.object(serverEnvironment)
export type ServerEnvironment = z.output<typeof servers>

const schema = z.object(domainEnvironment)
export type DomainEnvironment = z.output<typeof schema>

export function toSettings(env: DomainEnvironment): Settings {
  return {
    signupGiftCredits: env.SIGNUP_GIFT_CREDITS,
    signupGiftDays: env.SIGNUP_GIFT_DAYS === 0 ? null : env.SIGNUP_GIFT_DAYS,
    signupGiftsPerNetwork: env.SIGNUP_GIFTS_PER_NETWORK,
    deletionRegretDays: env.ACCOUNT_DELETION_REGRET_DAYS,
    verifiesEmail: env.SMTP_URL !== undefined,
    proration: env.MEMBERSHIP_PRORATION,
    concurrencyLimit: env.CONCURRENCY_LIMIT,
    caps: {
      creations: env.CREATIONS_LIMIT,
      versionsPerCreation: env.VERSIONS_LIMIT,
      storedTextMegabytes: env.STORED_TEXT_LIMIT_MB,
    },
    fileSpaceMegabytes: env.FILE_SPACE_LIMIT_MB,
    referral: { mostShareBp: env.REFERRAL_MOST_SHARE_BP, allowsCash: env.REFERRAL_CASH === '1' },
    accessTokenMinutes: env.ACCESS_TOKEN_EXPIRE_MINUTES,
    refreshTokenDays: env.REFRESH_TOKEN_EXPIRE_DAYS,
    egressIps: env.PUBLIC_EGRESS_IP ?? [],
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
): z.output<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
  const isProduction = given['NODE_ENV'] === 'production'
  const parsed = schemaOf.safeParse(isProduction ? given : { ...machineDefaults(values), ...defaults, ...given })
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path[0]?.toString() ?? ''}: ${wording(issue, given)}`),
    ...(isProduction ? productionRefusals(given) : []),
    ...unpaired(given, 'SMTP_URL', 'MAIL_FROM'),
    ...unpaired(given, 'S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'),
  ]
  if (parsed.success && problems.length === 0) return parsed.data
  throw new Error(`The environment does not fit (see .env.example):\n${problems.map((line) => `  ${line}`).join('\n')}`)
}

/** Both ways in which browsers call this machine. */
export const originsAt = (port: string | number) => `http://127.0.0.1:${port},http://localhost:${port}`

function machineDefaults(values: EnvironmentValues): Record<string, string> {
  return {
    ...developmentDefaults(values),
    SANDBOX_URL: `http://127.0.0.1:${values['SANDBOX_PORT'] || 3_200}`,
    FILES_DIR: fileURLToPath(new URL('../../../.data/files', import.meta.url)),
    WEB_ORIGIN: originsAt(values['WEB_PORT'] || 3_000),
    ADMIN_ORIGIN: originsAt(values['ADMIN_PORT'] || 3_001),
    // Whoever tries things out does so from one address.
    SIGNUP_GIFTS_PER_NETWORK: '1000',
  }
}

/** One is of no use without the others. */
function unpaired(given: Record<string, unknown>, ...names: string[]): string[] {
  const missing = names.filter((name) => given[name] === undefined)
  return missing.length > 0 && missing.length < names.length
    ? missing.map((name) => `${name}: is not set, and ${names.find((other) => other !== name) ?? ''} is`)
    : []
}

function wording(issue: z.core.$ZodIssue, given: Record<string, unknown>): string {
  return Object.hasOwn(given, String(issue.path[0])) ? issue.message : 'is not set'
}
