import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { createSessionKeys } from '@mozhou/domain/accounts/accounts-context'
import { createContext } from '@mozhou/domain/create-context'
import { createLogger } from '@mozhou/domain/create-logger'
import { channelSettings } from '@mozhou/domain/orders/channel-settings'
import { createChannels } from '@mozhou/integrations/payments/registry'
import { createStorage } from '@mozhou/integrations/storage/registry'
import { storageSettings } from '@mozhou/domain/files/storage-settings'
import { createAppTokenStore } from '@mozhou/domain/publications/app-token-store'
import { publishingSettings } from '@mozhou/domain/publications/publishing-settings'
import { guardedFetch } from '@mozhou/integrations/guarded-fetch'
import { createPublishing } from '@mozhou/integrations/publishing/create-publishing'
import { makeMedia } from '@mozhou/integrations/publishing/make-media'
import { watchEventLoop } from '@mozhou/domain/event-loop/watch-event-loop'
import { createProgressHub } from '@mozhou/domain/generations/progress-hub'
import { createUnreadHub } from '@mozhou/domain/notifications/unread-hub'
import { createRedis } from '@mozhou/domain/redis-client'
import { refuseNewerDatabase } from '@mozhou/domain/refuse-newer-database'
import { createTextThreads } from '@mozhou/domain/text-work/text-threads'
import { modelFactories } from '@mozhou/integrations/ai/registry'
import { createFileWork } from '@mozhou/integrations/files/file-work'
import { filmTools } from '@mozhou/integrations/files/mark-movie'
import { pictureTools } from '@mozhou/integrations/files/picture-tools'
import { createDocumentPool } from '@mozhou/integrations/documents/document-pool'
import { Client, Connection } from '@temporalio/client'
import { createApp } from './app.ts'
import { drain } from './drain.ts'
import { readEnv } from './env.ts'
import type { ApiEnv } from './env.ts'
import { healthParts } from './health-parts.ts'
import { createHttpServer } from './http/create-http-server.ts'
import { createProofOfWork } from './proof-of-work.ts'
import { createRateLimits } from './rate-limits.ts'
import { noProof } from './registration-proof.ts'
import { createTemporalGateway } from './temporal-gateway.ts'

/** For telling workflows what they would else find out by asking. */
const farewellMs = 2_000

const env = readEnv()
const log = createLogger({ name: 'api', level: env.LOG_LEVEL })
const textWork = createTextThreads()
const fileWork = createFileWork({ mayWait: env.FILE_QUEUE, timeLimitMs: env.FILE_TIME_LIMIT_SECONDS * 1_000 })
const context = createContext(env, {
  name: 'api',
  log,
  poolSize: env.DATABASE_POOL_SIZE,
  redisUse: 'cache',
  models: modelFactories,
  channels: (values, clock) => createChannels(channelSettings(values), clock),
  textWork,
  files: { ...createStorage(storageSettings(env)), fileWork, pictureTools, filmTools },
  publishing: (values, parts) => ({
    ...createPublishing(publishingSettings(values), parts.clock, (platform) => createAppTokenStore(parts, platform)),
    makeMedia,
  }),
  callOut: guardedFetch,
})
const { prisma, redis } = context
await refuseNewerDatabase(context, env.NEWER_DATABASE)
const subscriber = createRedis(env.REDIS_URL, log, 'subscriber')
// Connects with the first call, so that the API starts, and says what is down, without Temporal.
const temporal = Connection.lazy({ address: env.TEMPORAL_ADDRESS })
const workflows = createTemporalGateway(new Client({ connection: temporal, namespace: env.TEMPORAL_NAMESPACE }), {
  namespace: env.TEMPORAL_NAMESPACE,
  uiUrl: env.TEMPORAL_UI_URL ?? null,
  log,
})

const domain = { ...context, ...createSessionKeys(env.SECRET_KEY) }
const documents = createDocumentPool({
  threads: env.EXPORT_THREADS,
  mayWait: env.EXPORT_QUEUE,
  timeLimitMs: env.EXPORT_TIME_LIMIT_SECONDS * 1000,
})
const shutdown = new AbortController()

function proofOf({ REGISTRATION_PROOF_BITS: bits, SECRET_KEY: secretKey }: ApiEnv) {
  return bits === 0 ? noProof : createProofOfWork(domain, { bits, secretKey })
}

const app = createApp({
  domain,
  workflows,
  writeDocument: documents.write,
  hub: createProgressHub(subscriber),
  unreadHub: createUnreadHub(subscriber),
  limits: createRateLimits(redis, {
    user: env.RATE_LIMIT_PER_MINUTE,
    address: env.ADDRESS_RATE_LIMIT_PER_MINUTE,
    anonymous: env.ANONYMOUS_RATE_LIMIT_PER_MINUTE,
    auth: env.AUTH_RATE_LIMIT_PER_MINUTE,
    authHour: env.AUTH_RATE_LIMIT_PER_HOUR,
    refresh: env.REFRESH_RATE_LIMIT_PER_MINUTE,
  }),
  registrationProof: proofOf(env),
  eventStreamsLimit: env.EVENT_STREAMS_LIMIT,
  shutdown: shutdown.signal,
  origins: { web: env.WEB_ORIGIN, admin: env.ADMIN_ORIGIN },
  temporalUiUrl: env.TEMPORAL_UI_URL ?? null,
  isProduction: env.NODE_ENV === 'production',
  health: healthParts({ prisma, redis, workflows, workerHealthUrl: env.WORKER_HEALTH_URL ?? null }),
  trustProxy: env.TRUST_PROXY,
})

const eventLoop = watchEventLoop({ name: 'api', underWay: app.underWay })
const server = createHttpServer(app.handler)
server.listen(env.API_PORT, env.HOST)
await once(server, 'listening')
log.info({ address: server.address() as AddressInfo }, 'api listens')

await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
log.info('api drains')
await drain(server, { endEventStreams: app.endEventStreams, log })
await Promise.race([app.told(), setTimeout(farewellMs, undefined, { ref: false })])
shutdown.abort()
subscriber.disconnect()
await Promise.allSettled([
  context.close(),
  temporal.close(),
  documents.close(),
  textWork.close(),
  fileWork.close(),
  eventLoop.close(),
])
log.info('api ended')
