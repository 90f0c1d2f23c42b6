import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { childEnvironment } from './child-environment.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { ensureNode } from './node-runtime.mjs'
import { root } from './paths.mjs'
import { runLauncher } from './run-launcher.mjs'
import { startPostgresOr } from './servers.mjs'

// node tools/launcher/with-postgres.mjs <program> [arguments]: what with-node.mjs does, for a program that compares schemas
// in scratch databases: on the server that DATABASE_URL or MOZHOU_TEST_POSTGRES_URL names, else on a throw-away one.
const [program = '', ...args] = process.argv.slice(2)
const exitCode = await runLauncher({ throwAway: `tools-${process.pid}` }, async (session) => {
  await ensureNode(session)
  await ensureDependencies(session, { onlyIfMissing: true })
  const isGiven = process.env['DATABASE_URL'] || process.env['MOZHOU_TEST_POSTGRES_URL']
  const server = isGiven ? {} : { MOZHOU_TEST_POSTGRES_URL: (await startPostgresOr(session)).adminUrl }
  const child = spawn(program, args, {
    cwd: root,
    env: { ...childEnvironment(process.env, {}), PATH: session.env.PATH, ...server },
    stdio: ['ignore', 'inherit', 'inherit'],
    signal: session.signal,
    killSignal: 'SIGTERM',
  })
  const [code] = await once(child, 'exit')
  return code ?? 1
})
process.exit(exitCode)
