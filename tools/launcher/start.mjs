import { parseArgs } from 'node:util'
import { appStarts, sendMailToSandbox, setAppEnvironment, startSandbox } from './apps.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { ensureNode } from './node-runtime.mjs'
import { messageOf, Problem } from './problem.mjs'
import { refuseTakenPorts } from './ports.mjs'
import { build, generateClient, migrate, seed } from './prepare.mjs'
import { seconds } from './reporter.mjs'
import { runLauncher, untilInterrupted } from './run-launcher.mjs'
import { portsToOpen, startPostgresOr, startRedisOr, startTemporalOr } from './servers.mjs'
import { together } from './together.mjs'
import { welcomeTable } from './welcome.mjs'

const help = `npm start [-- --watch] [-- --verbose]

Brings up 墨舟 on this computer and keeps it up until Ctrl-C: Node 24, dependencies, PostgreSQL,
Redis, Temporal with its UI, migrations, demo data, sandbox, worker, api, web and admin.

  --watch     restart on changes, web and admin from Vite's development server (npm run dev)
  --verbose   show the logs of every part
  --help      this text

Settings: .env (see .env.example). DATABASE_URL, REDIS_URL and TEMPORAL_ADDRESS name servers of
your own; WEB_PORT, ADMIN_PORT, API_PORT … change addresses. Data and logs: .data/`

/** @typedef {import('./session.mjs').Session} Session */

const options = readOptions(process.argv.slice(2))
if (options === null) process.exitCode = 2
else if (options.help) console.log(help)
else process.exit(await run(options))

/** @param {{ verbose?: boolean, watch?: boolean }} options */
function run({ verbose = false, watch = false }) {
  return runLauncher({ verbose }, (session) => start(session, { watch }))
}

/** @param {string[]} args */
function readOptions(args) {
  try {
    const known = /** @type {const} */ ({
      watch: { type: 'boolean' },
      verbose: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    })
    return parseArgs({ args, options: known }).values
  } catch (error) {
    console.error(`${messageOf(error)}\n\n${help}`)
    return null
  }
}

/**
 * @param {Session} session
 * @param {{ watch: boolean }} options
 */
async function start(session, options) {
  const startedAt = Date.now()
  if (session.env.NODE_ENV === 'production') throw notForProduction()
  await refuseTakenPorts(session.ports, portsToOpen(session))
  setAppEnvironment(session)
  sendMailToSandbox(session)
  const [accounts] = await together(session, [
    () => prepareCode(session, options),
    () => startRedisOr(session),
    () => startTemporalOr(session),
  ])
  await startSandbox(session, options)
  await together(session, appStarts(session, options))
  const { say } = session.reporter
  say(
    `\n${welcomeTable(session.ports, session.env, accounts)}\n\nReady in ${seconds(Date.now() - startedAt)}. Ctrl-C ends everything.`,
  )
  return untilInterrupted(session)
}

/**
 * @param {Session} session
 * @param {{ watch: boolean }} options
 */
async function prepareCode(session, options) {
  await ensureNode(session)
  await ensureDependencies(session)
  await generateClient(session)
  const [accounts] = await together(session, [
    async () => {
      await startPostgresOr(session)
      await migrate(session)
      return seed(session)
    },
    // Vite's development server builds the apps itself.
    () => build(session, options.watch ? { only: '@mozhou/workflows' } : {}),
  ])
  return accounts
}

function notForProduction() {
  return new Problem('npm start runs the platform for development and trying out, and NODE_ENV is production', {
    why: 'it brings a sandbox in place of the vendors, demo accounts, and servers without access control',
    fixes: ['remove NODE_ENV from .env and the environment', 'for production see README.md and docs/operations.md'],
  })
}
