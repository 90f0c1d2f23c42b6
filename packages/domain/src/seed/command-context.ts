import { pino } from 'pino'
import { createContext } from '../create-context.ts'
import type { ProcessContext } from '../create-context.ts'
import type { DomainEnvironment } from '../environment.ts'
import { noModels } from '../no-models.ts'

/** For commands on the database. Logs go to stderr: the launcher reads the demo accounts from stdout. */
export function createCommandContext(env: DomainEnvironment): ProcessContext {
  return createContext(env, {
    name: 'command',
    log: pino({ name: 'command', level: 'warn' }, pino.destination(2)),
    poolSize: 2,
    redisUse: 'command',
    models: noModels('commands call no models'),
  })
}
