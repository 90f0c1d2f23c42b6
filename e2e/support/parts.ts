import { join } from 'node:path'
import { nodeFlagsOf } from '../../tools/launcher/node-settings.mjs'
import { startPostgres } from '../../tools/launcher/postgres-server.mjs'
import { answersOk } from '../../tools/launcher/readiness.mjs'
import { startRedis } from '../../tools/launcher/redis-server.mjs'
import { startService } from '../../tools/launcher/service.mjs'
import type { Session } from '../../tools/launcher/session.mjs'
import { stopRanks } from '../../tools/launcher/stop-ranks.mjs'
import { startTemporal } from '../../tools/launcher/temporal-server.mjs'
import type { TestPrograms } from './env.ts'
import { createPart } from './part.ts'
import type { Part } from './part.ts'

export type Servers = Record<'postgres' | 'redis' | 'temporal', Part>

/** The three servers as the launcher starts them, Redis without persistence. */
export function createServers(session: Session, programs: TestPrograms): Servers {
  return {
    postgres: createPart(session, 'postgres', (own) => startPostgres(own, () => {})),
    redis: createPart(session, 'redis', (own) => startRedis(own, programs.redis)),
    temporal: createPart(session, 'temporal', (own) => startTemporal(own, programs.temporal)),
  }
}

interface NodeApp {
  app: 'sandbox' | 'worker' | 'api'
  /** Several workers of one stack go by different names. */
  name?: string
  port: number
  path: string
  env?: Record<string, string>
}

/** One of our Node processes; `env` is added to the session's. */
export function createNodeApp(session: Session, { app, name = app, port, path, env }: NodeApp): Part {
  return createPart(session, name, (own) =>
    startService(own, {
      spec: {
        name,
        command: process.execPath,
        args: [...nodeFlagsOf(app), join('apps', app, 'src', 'main.ts')],
        cwd: own.root,
        env: { ...own.env, ...env },
        graceMs: 25_000,
        stopRank: stopRanks[app],
      },
      isReady: answersOk(`http://127.0.0.1:${port}${path}`),
      fixes: [],
    }),
  )
}
