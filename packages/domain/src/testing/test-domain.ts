import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testTraces } from '@mozhou/db/env'
import { createTestDatabase } from '@mozhou/db/testing/test-database'
import { createFileWork } from '@mozhou/integrations/files/file-work'
import { filmTools } from '@mozhou/integrations/files/mark-movie'
import { pictureTools } from '@mozhou/integrations/files/picture-tools'
import { createChannels } from '@mozhou/integrations/payments/registry'
import { createStorage } from '@mozhou/integrations/storage/registry'
import { destination } from 'pino'
import { createSessionKeys } from '../accounts/accounts-context.ts'
import type { AccountsContext } from '../accounts/accounts-context.ts'
import type { SessionClient } from '../accounts/session-client.ts'
import { register } from '../accounts/register.ts'
import { assembleContext } from '../create-context.ts'
import type { AssembledContext } from '../create-context.ts'
import { createLogger } from '../create-logger.ts'
import { parseCredentialsKeys } from '../credentials-keys.ts'
import { developmentDefaults } from '../development-defaults.ts'
import { createRedis } from '../redis-client.ts'
import { newId } from '../new-id.ts'
import { noModels } from '../no-models.ts'
import { defaultSettings } from '../environment.ts'
import { testRedisUrl } from './env.ts'

export const webClient: SessionClient = { app: 'web', userAgent: 'vitest', ipAddress: '203.0.113.7' }
/** As CREDENTIALS_KEYS, for a process that reads what a test sealed. */
export const testSecretKeys = `test:${Buffer.alloc(32, 7).toString('base64')}`
export const testPassword = 'correct horse battery'

export interface TestDomain {
  ctx: AccountsContext & AssembledContext
  databaseUrl: string
  /** Moves the context's clock; the database's own stays. */
  advance(ms: number): void
  /** Registers through the real operation. */
  signUp(input?: Partial<Parameters<typeof register>[1]>): ReturnType<typeof register>
  close(): Promise<void>
}

/** To a file that the run's last step searches for what people wrote (tools/private-data); nowhere outside of `npm test`. */
function testLogger() {
  const folder = testTraces()
  if (folder === null) return createLogger({ name: 'test', level: 'silent' })
  const dest = join(folder, `test-${process.pid}.log`)
  return createLogger({ name: 'test', level: 'debug' }, destination({ dest, append: true, sync: true }))
}

/** A whole context on a database of its own; Redis keys carry a prefix of their own. */
export async function createTestDomain(options: { redisUrl?: string } = {}): Promise<TestDomain> {
  const database = await createTestDatabase()
  const log = testLogger()
  const redis = createRedis(options.redisUrl ?? testRedisUrl(), log, 'cache', `test:${newId()}:`)
  // A test that begins before the connection stands would run as if Redis were away.
  // A busy machine may miss a time-out on the way there; the client tries again.
  if (options.redisUrl === undefined) await new Promise((resolve) => redis.once('ready', resolve))
  const folder = await mkdtemp(join(tmpdir(), 'mozhou-test-files-'))
  const fileWork = createFileWork({ mayWait: 100, timeLimitMs: 60_000 })
  let offsetMs = 0
  const clock = { now: () => new Date(Date.now() + offsetMs) }
  const ctx: TestDomain['ctx'] = {
    ...assembleContext({
      prisma: database.prisma,
      redis,
      clock,
      log,
      // Everybody in a test comes from one network.
      settings: { ...defaultSettings, signupGiftsPerNetwork: 1_000_000 },
      credentialsKeys: parseCredentialsKeys(testSecretKeys) ?? new Map(),
      models: noModels('this test calls no models'),
      ...createChannels({ alipay: null, wechat: null, sandboxUrl: null }, clock),
      publicApiUrl: 'http://api.test',
      ...createStorage({ folder, s3: null }),
      fileWork,
      pictureTools,
      filmTools,
    }),
    ...createSessionKeys(developmentDefaults({}).SECRET_KEY),
  }
  return {
    ctx,
    databaseUrl: database.url,
    advance: (ms) => {
      offsetMs += ms
    },
    signUp: (input = {}) => {
      const name = `u${newId().slice(-12)}`
      const names = { username: name, email: `${name}@example.com`, password: testPassword }
      return register(ctx, { ...names, client: webClient, requestId: 'test', ...input })
    },
    close: async () => {
      redis.disconnect()
      await fileWork.close()
      await rm(folder, { recursive: true, force: true })
      await database.drop()
    },
  }
}
