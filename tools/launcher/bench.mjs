import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createNeeds } from './needs.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { ensureNode } from './node-runtime.mjs'
import { root } from './paths.mjs'
import { runLauncher } from './run-launcher.mjs'

// npm run bench: servers on free ports and throw-away data, then tools/bench/main.ts, whose figures go to this terminal.
// `npm run bench -- viewers tools` measures only those.
const exitCode = await runLauncher({ throwAway: `bench-${process.pid}` }, async (session) => {
  await ensureNode(session)
  await ensureDependencies(session, { onlyIfMissing: true })
  const needs = createNeeds(session)
  await needs.meet(['client', 'servers', 'build'])
  const bench = spawn('node', [join(root, 'tools', 'bench', 'main.ts'), ...process.argv.slice(2)], {
    cwd: root,
    env: { ...session.env, ...needs.testEnv },
    stdio: ['ignore', 'inherit', 'inherit'],
    signal: session.signal,
    killSignal: 'SIGTERM',
  })
  const [code] = await once(bench, 'exit')
  return code ?? 1
})
process.exit(exitCode)
