import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { testTraces } from '@mozhou/db/env'
import { readPersonalData } from '@mozhou/db/testing/personal-data'
import { Client as TemporalClient, Connection } from '@temporalio/client'
import { Client } from 'pg'
import { sendMailToSandbox, setAppEnvironment } from '../../tools/launcher/apps.mjs'
import { acquireLock } from '../../tools/launcher/launcher-lock.mjs'
import { migrate, seed } from '../../tools/launcher/prepare.mjs'
import { createSession } from '../../tools/launcher/session.mjs'
import type { Session } from '../../tools/launcher/session.mjs'
import { removeHome } from '../../tools/launcher/throw-away.mjs'
import { createApi } from './api-client.ts'
import type { Api } from './api-client.ts'
import { openDatabase } from './database.ts'
import type { Database } from './database.ts'
import { testPrograms } from './env.ts'
import type { Part } from './part.ts'
import { createNodeApp, createServers } from './parts.ts'
import type { Servers } from './parts.ts'
import { createSandbox } from './sandbox.ts'
import type { Sandbox } from './sandbox.ts'

export interface StackOptions {
  /** Model calls at once, AI_SLOTS of the worker. */
  aiSlots?: number
  /** Age at which the sweep looks after a generation, in milliseconds. */
  sweepAfterMs?: number
  /** Addresses are verified by mails that the sandbox takes. */
  verifiesEmail?: boolean
  /** Added to what every process of the stack is given. */
  env?: Record<string, string>
}

/** The whole platform without its web faces, for one test file: own processes, ports and data. */
export interface Stack extends Servers {
  sandboxProcess: Part
  worker: Part
  /** A second worker, not started. */
  otherWorker: Part
  api: Part
  http: Api
  sandbox: Sandbox
  database: Database
  temporalClient: TemporalClient
  /** What the launcher hands to its children. */
  env: NodeJS.ProcessEnv
  /** Last lines of every log, for a person who reads a failure. */
  logs(lines?: number): string
  /** Ends every process, waits for it, and removes the data. */
  close(): Promise<void>
}

const url = (port: number) => `http://127.0.0.1:${port}`

export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const session = await openSession(options)
  const { ports, env } = session
  const servers = createServers(session, testPrograms())
  const apps = createApps(session)
  const parts: Part[] = [servers.postgres, servers.redis, servers.temporal, ...Object.values(apps)]
  try {
    await Promise.all([
      servers.postgres.start().then(() => prepareDatabase(session)),
      servers.redis.start(),
      servers.temporal.start(),
      apps.sandboxProcess.start(),
    ])
    await Promise.all([apps.worker.start(), apps.api.start()])
  } catch (error) {
    await endAll(parts, session)
    throw error
  }
  const database = openDatabase(env['DATABASE_URL'] ?? '')
  const connection = Connection.lazy({ address: env['TEMPORAL_ADDRESS'] ?? '' })
  return {
    ...servers,
    ...apps,
    env,
    http: createApi(url(ports.API_PORT)),
    sandbox: createSandbox(url(ports.SANDBOX_PORT)),
    database,
    temporalClient: new TemporalClient({ connection }),
    logs: (lines = 30) => parts.map((part) => `── ${part.name}\n${tail(part.log(), lines)}`).join('\n'),
    async close() {
      await notePersonalData(session.home, database.url)
      await database.close()
      await connection.close()
      await endAll(parts, session)
    },
  }
}

/** The launcher's throw-away session: a later launcher ends what a killed test run left. */
async function openSession({
  aiSlots = 16,
  sweepAfterMs = 600_000,
  verifiesEmail = false,
  env: more = {},
}: StackOptions): Promise<Session> {
  const session = await createSession({ throwAway: `stack-${process.pid}` })
  acquireLock(session.home)
  const { env, ports } = session
  setAppEnvironment(session)
  if (verifiesEmail) sendMailToSandbox(session)
  const many = '1000000'
  Object.assign(env, {
    // The role and database that the launcher gives every cluster of its own.
    DATABASE_URL: `postgresql://mozhou:mozhou@127.0.0.1:${ports.POSTGRES_PORT}/mozhou`,
    REDIS_URL: `redis://127.0.0.1:${ports.REDIS_PORT}`,
    TEMPORAL_ADDRESS: `127.0.0.1:${ports.TEMPORAL_PORT}`,
    RATE_LIMIT_PER_MINUTE: many,
    ADDRESS_RATE_LIMIT_PER_MINUTE: many,
    ANONYMOUS_RATE_LIMIT_PER_MINUTE: many,
    AUTH_RATE_LIMIT_PER_MINUTE: many,
    AUTH_RATE_LIMIT_PER_HOUR: many,
    REFRESH_RATE_LIMIT_PER_MINUTE: many,
    SIGNUP_GIFTS_PER_NETWORK: many,
    SANDBOX_FIRST_BYTE_MS: '10',
    SANDBOX_CHUNK_DELAY_MS: '5',
    SANDBOX_TASK_MS: '200',
    AI_SLOTS: String(aiSlots),
    SWEEP_AFTER_MS: String(sweepAfterMs),
    ...more,
  })
  return { ...session, reporter: { say: () => {}, mute: () => {}, step: (_title, work) => work(() => {}) } }
}

function createApps(session: Session) {
  const { ports } = session
  const otherPort = ports.WEB_PORT
  return {
    sandboxProcess: createNodeApp(session, { app: 'sandbox', port: ports.SANDBOX_PORT, path: '/health/live' }),
    worker: createNodeApp(session, { app: 'worker', port: ports.WORKER_METRICS_PORT, path: '/health/ready' }),
    otherWorker: createNodeApp(session, {
      app: 'worker',
      name: 'other-worker',
      // There is no web in this stack, and its port is free.
      port: otherPort,
      path: '/health/ready',
      env: { WORKER_METRICS_PORT: String(otherPort) },
    }),
    api: createNodeApp(session, { app: 'api', port: ports.API_PORT, path: '/health/ready' }),
  }
}

/** Schema and demo data. What a test may kill must not lose what it has committed, which the launcher's fast settings allow. */
async function prepareDatabase(session: Session): Promise<void> {
  const database = openDatabase(session.env['DATABASE_URL'] ?? '')
  await database.rows('ALTER ROLE mozhou SET synchronous_commit = on')
  await database.close()
  await migrate(session)
  await seed(session)
}

async function endAll(parts: Part[], session: Session): Promise<void> {
  const running = parts.filter((part) => part.isRunning())
  // PostgreSQL ends its own children when it is asked, and not when it is killed.
  await Promise.all(running.map((part) => (part.name === 'postgres' ? part.stop() : part.kill())))
  keepTraces(session.home)
  removeHome(session.home)
}

/** What the stack's people are called and wrote, for the same search; nothing where PostgreSQL does not run any more. */
async function notePersonalData(home: string, url: string): Promise<void> {
  const folder = testTraces()
  if (folder === null) return
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  const personal = await client
    .connect()
    .then(() => readPersonalData(client))
    .catch(() => null)
  await client.end().catch(() => {})
  if (personal) writeFileSync(join(folder, `${basename(home)}.personal.json`), JSON.stringify(personal))
}

/** Logs and histories, for the search at the end of the whole run (tools/private-data). */
function keepTraces(home: string): void {
  const folder = testTraces()
  if (folder === null) return
  cpSync(join(home, 'logs'), join(folder, basename(home), 'logs'), { recursive: true })
  for (const file of readdirSync(home).filter((name) => name.startsWith('temporal.db'))) {
    cpSync(join(home, file), join(folder, basename(home), file))
  }
}

const tail = (text: string, lines: number) => text.trimEnd().split('\n').slice(-lines).join('\n')
