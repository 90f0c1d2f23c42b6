import { createPrismaClient } from '@mozhou/db/client'
import { Redis } from 'ioredis'
import { pino } from 'pino'
import type { DomainContext } from '../context.ts'
import { newId } from '../new-id.ts'
import { createSecretBox } from '../secret-box.ts'
import { defaultSettings } from '../settings.ts'
import type { CommandEnvironment } from './env.ts'

export interface CommandContext extends DomainContext {
  close(): Promise<void>
}

/** For commands on the database. Logs go to stderr: the launcher reads the demo accounts from stdout. */
export function createCommandContext(env: CommandEnvironment): CommandContext {
  const prisma = createPrismaClient({ url: env.databaseUrl, poolSize: 2, applicationName: 'mozhou-command' })
  const redis = new Redis(env.redisUrl, {
    commandTimeout: 1_000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  const log = pino({ name: 'command', level: 'warn' }, pino.destination(2))
  redis.on('error', (err) => log.warn({ err }, 'redis is not answering'))
  return {
    prisma,
    redis,
    clock: { now: () => new Date() },
    newId,
    secrets: createSecretBox(env.credentialsKeys),
    createTextModel: () => {
      throw new Error('commands call no models')
    },
    settings: { ...defaultSettings, sandboxUrl: env.sandboxUrl },
    log,
    close: async () => {
      redis.disconnect()
      await prisma.$disconnect()
    },
  }
}
