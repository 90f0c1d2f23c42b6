import { createPrismaClient } from '@mozhou/db/client'
import type { ModelFactories } from '@mozhou/integrations/ai/port'
import type { Logger } from 'pino'
import { toSettings } from './environment.ts'
import type { DomainEnvironment } from './environment.ts'
import { fulfilments } from './fulfilments.ts'
import type { GenerationsContext } from './generations/fulfilment.ts'
import { newId } from './new-id.ts'
import { createRedis } from './redis-client.ts'
import type { RedisUse } from './redis-client.ts'
import { createSecretBox } from './secret-box.ts'

/** What differs from process to process. */
export interface ContextParts {
  /** Stands beside the connections in `pg_stat_activity`. */
  name: string
  log: Logger
  poolSize: number
  redisUse: RedisUse
  models: ModelFactories
}

export interface ProcessContext extends GenerationsContext {
  close(): Promise<void>
}

/** The context of a process: api, worker and commands assemble the same one from the same settings. */
export function createContext(env: DomainEnvironment, parts: ContextParts): ProcessContext {
  const { log, models } = parts
  const prisma = createPrismaClient({
    url: env.DATABASE_URL,
    poolSize: parts.poolSize,
    applicationName: `mozhou-${parts.name}`,
  })
  const redis = createRedis(env.REDIS_URL, log, parts.redisUse)
  return {
    prisma,
    redis,
    clock: { now: () => new Date() },
    newId,
    secrets: createSecretBox(env.CREDENTIALS_KEYS),
    ...models,
    fulfilments,
    settings: toSettings(env),
    log,
    close: async () => {
      redis.disconnect()
      await prisma.$disconnect()
    },
  }
}
