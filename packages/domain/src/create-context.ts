import { createPrismaClient } from '@mozhou/db/client'
import type { ModelFactories } from '@mozhou/integrations/ai/registry'
import type { Logger } from 'pino'
import { toSettings } from './environment.ts'
import type { DomainEnvironment } from './environment.ts'
import { fulfilments } from './fulfilments.ts'
import type { GenerationsContext } from './generations/fulfilment.ts'
import { newId } from './new-id.ts'
import { createRedis } from './redis-client.ts'
import type { RedisUse } from './redis-client.ts'
import { createSecretBox } from './secret-box.ts'
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
  /** Left out, long texts are read in place. */
  textWork?: TextWork
}

export interface ProcessContext extends GenerationsContext {
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
  return {
    ...assembleContext({
      prisma,
      redis,
      clock: { now: () => new Date() },
      log: parts.log,
      settings: toSettings(env),
      credentialsKeys: env.CREDENTIALS_KEYS,
      models: parts.models,
      ...(parts.textWork && { textWork: parts.textWork }),
    }),
    close: async () => {
      redis.disconnect()
      await prisma.$disconnect()
    },
  }
}

interface AssembledFrom extends Pick<GenerationsContext, 'prisma' | 'redis' | 'clock' | 'log' | 'settings' | 'models'> {
  credentialsKeys: DomainEnvironment['CREDENTIALS_KEYS']
  textWork?: TextWork
}

/** The one place where a context is put together: api, worker, commands and tests have the same. */
export function assembleContext({ credentialsKeys, ...parts }: AssembledFrom): GenerationsContext {
  return { textWork: textWorkInPlace, ...parts, newId, secrets: createSecretBox(credentialsKeys), fulfilments }
}
