import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { answersOnPort } from './readiness.mjs'
import { Problem } from './problem.mjs'
import { startService } from './service.mjs'
import { sleep } from './sleep.mjs'
import { stopRanks } from './stop-ranks.mjs'
import { tryCommand } from './run-command.mjs'
import { tailOfLog } from './log-file.mjs'

/** What staff can search workflows by. At most 10 Keyword and 3 of each other type in Temporal's SQL stores. */
export const searchAttributes = {
  UserId: 'Keyword',
  CreationId: 'Keyword',
  GenerationId: 'Keyword',
  OrderId: 'Keyword',
  Platform: 'Keyword',
  BizType: 'Keyword',
  BizStatus: 'Keyword',
  Tier: 'Keyword',
  Model: 'Keyword',
  Credits: 'Int',
  AmountFen: 'Int',
  DueAt: 'Datetime',
  NeedsAttention: 'Bool',
}

const dynamicConfig = {
  'matching.numTaskqueueReadPartitions': '1',
  'matching.numTaskqueueWritePartitions': '1',
  'system.enableActivityEagerExecution': 'true',
  'matching.enableFairness': 'true',
  // A development server reads its cluster and namespace from the database at each call that names a search attribute: a third of all its reads and writes.
  // From memory, an attribute that an older database gets below is known up to 2 s later, while the apps are still starting.
  'system.forceSearchAttributesCacheRefreshOnRead': 'false',
  // What is done stays in the shard's lists, which every new task walks, until this often; 30 s by default.
  'history.transferProcessorUpdateAckInterval': '"2s"',
  'history.visibilityProcessorUpdateAckInterval': '"2s"',
  'history.timerProcessorUpdateAckInterval': '"2s"',
  // One shard polls its queues 20 times a second by default, so every hop would wait up to 50 ms.
  'history.transferProcessorMaxPollRPS': '5000',
  'history.transferProcessorMaxPollHostRPS': '5000',
  'history.timerProcessorMaxPollRPS': '1000',
  'history.timerProcessorMaxPollHostRPS': '1000',
}

/**
 * @param {{ ports: import('./ports.mjs').Ports, database: string }} options
 * @returns {string[]}
 */
export function temporalArguments({ ports, database }) {
  return [
    ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(ports.TEMPORAL_PORT)],
    ['--ui-port', String(ports.TEMPORAL_UI_PORT), '--metrics-port', String(ports.TEMPORAL_METRICS_PORT)],
    ['--db-filename', database, '--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'],
    ['--log-level', 'warn', '--ui-disable-news-fetch'],
    Object.entries(searchAttributes).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
    Object.entries(dynamicConfig).flatMap(([name, value]) => ['--dynamic-config-value', `${name}=${value}`]),
  ].flat()
}

/**
 * @param {import('./session.mjs').Session} session
 * @param {string} binary
 * @returns {Promise<string>} its address
 */
export async function startTemporal(session, binary) {
  const { ports } = session
  const database = join(session.home, 'temporal.db')
  const isOldDatabase = existsSync(database)
  await startService(session, {
    spec: {
      name: 'temporal',
      command: binary,
      args: temporalArguments({ ports, database }),
      cwd: session.home,
      env: withoutTemporalSettings(session.env),
      graceMs: 8000,
      stopRank: stopRanks.temporal,
    },
    isReady: answersOnPort(ports.TEMPORAL_PORT),
    fixes: [
      'move .data/temporal.db* away if it is damaged (business data is in PostgreSQL)',
      'set TEMPORAL_ADDRESS in .env to a Temporal server of your own',
    ],
  })
  await prepareNamespace(session, binary, isOldDatabase)
  return `127.0.0.1:${ports.TEMPORAL_PORT}`
}

/**
 * Thirty days of closed workflows. `--search-attribute` is heeded only when the server makes its
 * database; one from an earlier version gets what is new here.
 * @param {import('./session.mjs').Session} session
 * @param {string} binary
 * @param {boolean} isOldDatabase
 */
async function prepareNamespace(session, binary, isOldDatabase) {
  await untilDone(session, binary, ['namespace', 'update', '--retention', '720h', '--namespace', 'default'])
  // Those that exist with the same type are left as they are.
  if (isOldDatabase) await untilDone(session, binary, ['search-attribute', 'create', ...searchAttributeFlags()])
}

/** The options of `temporal operator search-attribute create`. */
export function searchAttributeFlags() {
  const flags = Object.entries(searchAttributes).flatMap(([name, type]) => ['--name', name, '--type', type])
  return ['--namespace', 'default', ...flags]
}

/**
 * The port answers a moment before the namespace does: asked again for half a minute.
 * @param {import('./session.mjs').Session} session
 * @param {string} binary
 * @param {string[]} args
 */
async function untilDone(session, binary, args) {
  const deadline = Date.now() + 30_000
  while ((await operator(session, binary, args)) !== 0) {
    if (Date.now() > deadline) {
      throw new Problem(`Temporal runs, but "temporal operator ${args[0]} ${args[1]}" fails`, {
        fixes: [
          'mend what the log names',
          'move .data/temporal.db* away and start again (business data is in PostgreSQL)',
        ],
        log: tailOfLog(join(session.logDir, 'temporal-operator.log')),
      })
    }
    await sleep(200, session.signal)
  }
}

/**
 * @param {import('./session.mjs').Session} session
 * @param {string} binary
 * @param {string[]} args
 */
async function operator(session, binary, args) {
  const { exit } = await tryCommand(session, {
    name: 'temporal-operator',
    command: binary,
    args: ['operator', ...args, '--address', `127.0.0.1:${session.ports.TEMPORAL_PORT}`, '--command-timeout', '10s'],
    cwd: session.home,
    env: withoutTemporalSettings(session.env),
    stopRank: stopRanks.command,
  })
  return exit.code
}

/**
 * The CLI reads TEMPORAL_* as its own options; those in `.env` are meant for our processes.
 * @param {NodeJS.ProcessEnv} env
 */
function withoutTemporalSettings(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TEMPORAL_')))
}
