import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createPrismaClient } from '@mozhou/db/client'
import { createAccessTokens } from '@mozhou/domain/accounts/access-tokens'
import type { AccountsContext } from '@mozhou/domain/accounts/accounts-context'
import { createLogger } from '@mozhou/domain/create-logger'
import { createProgressHub } from '@mozhou/domain/generations/progress-hub'
import { newId } from '@mozhou/domain/new-id'
import { createSecretBox } from '@mozhou/domain/secret-box'
import { defaultSettings } from '@mozhou/domain/settings'
import { createTextModel } from '@mozhou/integrations/ai/registry'
import { writeDocument } from '@mozhou/integrations/documents/registry'
import { Client, Connection } from '@temporalio/client'
import { createApp } from './app.ts'
import { drain } from './drain.ts'
import { readEnv } from './env.ts'
import { healthParts } from './health-parts.ts'
import { createRateLimits } from './rate-limits.ts'
import { createRedisClient, createRedisSubscriber } from './redis.ts'
import { createTemporalGateway } from './temporal-gateway.ts'

const env = readEnv()
const log = createLogger({ name: 'api', level: env.LOG_LEVEL })
const prisma = createPrismaClient({
  url: env.DATABASE_URL,
  poolSize: env.DATABASE_POOL_SIZE,
  applicationName: 'mozhou-api',
})
const redis = createRedisClient(env.REDIS_URL, log)
const subscriber = createRedisSubscriber(env.REDIS_URL, log)
// Connects with the first call, so that the API starts, and says what is down, without Temporal.
const temporal = Connection.lazy({ address: env.TEMPORAL_ADDRESS })
const workflows = createTemporalGateway(new Client({ connection: temporal, namespace: env.TEMPORAL_NAMESPACE }), {
  namespace: env.TEMPORAL_NAMESPACE,
  uiUrl: env.TEMPORAL_UI_URL ?? null,
})

const domain: AccountsContext = {
  prisma,
  redis,
  clock: { now: () => new Date() },
  newId,
  secrets: createSecretBox(env.CREDENTIALS_KEYS),
  createTextModel,
  settings: {
    ...defaultSettings,
    signupGiftCredits: env.SIGNUP_GIFT_CREDITS,
    memberDailyLimit: env.MEMBER_DAILY_LIMIT,
    concurrencyLimit: { free: env.CONCURRENCY_LIMIT, member: env.MEMBER_CONCURRENCY_LIMIT },
    accessTokenMinutes: env.ACCESS_TOKEN_EXPIRE_MINUTES,
    refreshTokenDays: env.REFRESH_TOKEN_EXPIRE_DAYS,
    sandboxUrl: env.SANDBOX_URL ?? null,
    allowsLoopbackModels: env.NODE_ENV !== 'production',
  },
  log,
  accessTokens: createAccessTokens(env.SECRET_KEY),
}

const shutdown = new AbortController()
const app = createApp({
  domain,
  workflows,
  writeDocument,
  hub: createProgressHub(subscriber),
  limits: createRateLimits(redis, {
    user: env.RATE_LIMIT_PER_MINUTE,
    address: env.ADDRESS_RATE_LIMIT_PER_MINUTE,
    anonymous: env.ANONYMOUS_RATE_LIMIT_PER_MINUTE,
    auth: env.AUTH_RATE_LIMIT_PER_MINUTE,
  }),
  shutdown: shutdown.signal,
  origins: { web: env.WEB_ORIGIN, admin: env.ADMIN_ORIGIN },
  temporalUiUrl: env.TEMPORAL_UI_URL ?? null,
  isProduction: env.NODE_ENV === 'production',
  health: healthParts({ prisma, redis, workflows, workerHealthUrl: env.WORKER_HEALTH_URL ?? null }),
  trustProxy: env.TRUST_PROXY,
})

const server = createServer(app.handler)
server.listen(env.API_PORT, env.HOST)
await once(server, 'listening')
log.info({ address: server.address() as AddressInfo }, 'api listens')

await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
log.info('api drains')
await drain(server, { endEventStreams: app.endEventStreams, log })
shutdown.abort()
redis.disconnect()
subscriber.disconnect()
await Promise.allSettled([prisma.$disconnect(), temporal.close()])
log.info('api ended')
