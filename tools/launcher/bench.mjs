import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createNeeds } from './needs.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { ensureNode } from './node-runtime.mjs'
import { root } from './paths.mjs'
import { runLauncher } from './run-launcher.mjs'

// npm run bench: servers on free ports and throw-away data, then tools/bench, whose figures go to this terminal.
// `npm run bench -- viewers tools` measures only those. `web` comes last: the apps that it needs would disturb the others.
const chosen = process.argv.slice(2)
const inBrowser = ['web', 'streaming']
const others = chosen.filter((name) => !inBrowser.includes(name))

const exitCode = await runLauncher({ throwAway: `bench-${process.pid}` }, async (session) => {
  await ensureNode(session)
  await ensureDependencies(session, { onlyIfMissing: true })
  const needs = createNeeds(session)
  await needs.meet(['client', 'servers', 'build'])
  const code = chosen.length === 0 || others.length > 0 ? await measure('main.ts', others) : 0
  if (code !== 0 || (chosen.length > 0 && !chosen.some((name) => inBrowser.includes(name)))) return code
  await needs.meet(['sandbox', 'apps', 'chromium'])
  return measure('web.ts', chosen.includes('streaming') && !chosen.includes('web') ? ['streaming'] : [])

  /**
   * @param {string} program of tools/bench
   * @param {string[]} args
   * @returns {Promise<number>}
   */
  async function measure(program, args) {
    const bench = spawn('node', [join(root, 'tools', 'bench', program), ...args], {
      cwd: root,
      env: { ...session.env, ...needs.testEnv },
      stdio: ['ignore', 'inherit', 'inherit'],
      signal: session.signal,
      killSignal: 'SIGTERM',
    })
    const [code] = await once(bench, 'exit')
    return code ?? 1
  }
})
process.exit(exitCode)
