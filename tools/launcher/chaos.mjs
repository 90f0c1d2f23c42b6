import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ensureDependencies } from './dependencies.mjs'
import { createNeeds } from './needs.mjs'
import { ensureNode } from './node-runtime.mjs'
import { root } from './paths.mjs'
import { findRedis } from './redis-binary.mjs'
import { runLauncher } from './run-launcher.mjs'
import { findTemporal } from './temporal-binary.mjs'

// npm run chaos: the programs that a stack of its own is made of, then e2e/chaos.ts, which strikes at it.
const exitCode = await runLauncher({ throwAway: `chaos-${process.pid}` }, async (session) => {
  await ensureNode(session)
  await ensureDependencies(session, { onlyIfMissing: true })
  await createNeeds(session).meet(['client', 'bundle'])
  const { step } = session.reporter
  const programs = {
    MOZHOU_TEST_REDIS_SERVER: await step('Redis', (note) => findRedis(session, note)),
    MOZHOU_TEST_TEMPORAL_BINARY: await step('Temporal', (note) => findTemporal(session, note)),
  }
  const chaos = spawn('node', [join(root, 'e2e', 'chaos.ts'), ...process.argv.slice(2)], {
    cwd: root,
    env: { ...session.env, ...programs },
    stdio: ['ignore', 'inherit', 'inherit'],
    signal: session.signal,
    killSignal: 'SIGTERM',
  })
  const [code] = await once(chaos, 'exit')
  return code ?? 1
})
process.exit(exitCode)
