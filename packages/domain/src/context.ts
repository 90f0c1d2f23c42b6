import type { PrismaClient, PrismaTransaction } from '@mozhou/db/client'
import type { ModelFactories } from '@mozhou/integrations/ai/registry'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import type { SecretBox } from './secret-box.ts'
import type { Settings } from './settings.ts'
import type { TextWork } from './text-work/text-work.ts'

interface Clock {
  now(): Date
}

/** Everything a business rule may reach. Built once per process in `main.ts`, and by tests. */
export interface DomainContext {
  prisma: PrismaClient
  /** One capability's factory makes the models that have it. */
  models: ModelFactories
  /** Caches and the progress stream; every rule holds without it. */
  redis: Redis
  clock: Clock
  /** A new UUIDv7 (RFC 9562). */
  newId(): string
  secrets: SecretBox
  settings: Settings
  textWork: TextWork
  log: Logger
}

/** What may be touched inside a transaction: a network call there does not type-check. */
export interface TxContext {
  prisma: PrismaTransaction
  clock: Clock
  newId(): string
  settings: Settings
}
