import { createPrismaClient } from '@mozhou/db/client'
import type { ModelFactories } from '@mozhou/integrations/ai/registry'
import type { Channels } from '@mozhou/integrations/payments/registry'
import type { Logger } from 'pino'
import { couponEffects } from './coupons/coupon-effects.ts'
import type { RegistrationEffects } from './accounts/registration-effects.ts'
import { giveSignupCampaigns } from './campaigns/give-signup-campaigns.ts'
import { toSettings } from './environment.ts'
import type { DomainEnvironment } from './environment.ts'
import { noFiles } from './files/files-context.ts'
import type { FileParts, FilesContext } from './files/files-context.ts'
import { fulfilments } from './fulfilments.ts'
import type { GenerationsContext } from './generations/fulfilment.ts'
import { newId } from './new-id.ts'
import type { DomainContext } from './context.ts'
import type { OrderEffects } from './orders/order-effects.ts'
import type { OrdersContext } from './orders/orders-context.ts'
import { noChannels } from './payment-channels/no-channels.ts'
import { noPublishing } from './publications/publications-context.ts'
import type { PublicationsContext, PublishingParts } from './publications/publications-context.ts'
import { createRedis } from './redis-client.ts'
import type { RedisUse } from './redis-client.ts'
import { createSecretBox } from './secret-box.ts'
import type { WebhooksContext } from './webhooks/deliver-webhooks.ts'
import { textWorkInPlace } from './text-work/text-work.ts'
import type { TextWork } from './text-work/text-work.ts'

/** What differs from process to process. */
export interface ContextParts {
  /** Stands beside the connections in `pg_stat_activity`. */
  name: string
  log: Logger
  poolSize: number
  redisUse: RedisUse
  models: ModelFactories
  /** Left out where no money is taken. */
  channels?: (env: DomainEnvironment, clock: DomainContext['clock']) => Channels
  /** Left out, long texts are read in place. */
  textWork?: TextWork
  /** Left out where no files are kept. */
  files?: FileParts
  /** Left out where nothing is published. */
  publishing?: (env: DomainEnvironment, parts: Pick<DomainContext, 'prisma' | 'clock' | 'secrets'>) => PublishingParts
  /** Left out where no address of a customer's is called. */
  callOut?: typeof fetch
}

/** Where a development machine's sandbox reaches the API. */
const developmentApiUrl = 'http://127.0.0.1:3100'

export interface ProcessContext extends AssembledContext {
  close(): Promise<void>
}

/** The context of a process, with connections of its own. */
export function createContext(env: DomainEnvironment, parts: ContextParts): ProcessContext {
  const prisma = createPrismaClient({
    url: env.DATABASE_URL,
    poolSize: parts.poolSize,
    applicationName: `mozhou-${parts.name}`,
  })
  const redis = createRedis(env.REDIS_URL, parts.log, parts.redisUse)
  const clock = { now: () => new Date() }
  return {
    ...assembleContext({
      prisma,
      redis,
      clock,
      log: parts.log,
      settings: toSettings(env),
      credentialsKeys: env.CREDENTIALS_KEYS,
      models: parts.models,
      ...(parts.channels?.(env, clock) ?? noChannels()),
      publicApiUrl: env.PUBLIC_API_URL ?? developmentApiUrl,
      ...(parts.textWork && { textWork: parts.textWork }),
      ...parts.files,
      ...parts.publishing?.(env, { prisma, clock, secrets: createSecretBox(env.CREDENTIALS_KEYS) }),
      ...(parts.callOut && { callOut: parts.callOut }),
    }),
    close: async () => {
      redis.disconnect()
      await prisma.$disconnect()
    },
  }
}

/** What takes part in the course of orders. */
const orderEffects: OrderEffects = { coupons: couponEffects }

/** Everything that a rule of any module may reach. */
export interface AssembledContext
  extends GenerationsContext, OrdersContext, RegistrationEffects, FilesContext, PublicationsContext, WebhooksContext {}

interface AssembledFrom
  extends
    Pick<
      AssembledContext,
      'prisma' | 'redis' | 'clock' | 'log' | 'settings' | 'models' | 'publicApiUrl' | keyof Channels
    >,
    Partial<FileParts>,
    Partial<PublishingParts>,
    Partial<Pick<WebhooksContext, 'callOut'>> {
  credentialsKeys: DomainEnvironment['CREDENTIALS_KEYS']
  textWork?: TextWork
}

/** The one place where a context is put together: api, worker, commands and tests have the same. */
export function assembleContext({ credentialsKeys, ...parts }: AssembledFrom): AssembledContext {
  return {
    textWork: textWorkInPlace,
    ...noFiles(),
    ...noPublishing(),
    callOut: () => Promise.reject(new Error('this process calls nobody')),
    ...parts,
    newId,
    secrets: createSecretBox(credentialsKeys),
    fulfilments,
    orderEffects,
    registrationEffects: [giveSignupCampaigns],
  }
}
