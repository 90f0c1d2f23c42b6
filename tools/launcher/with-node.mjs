import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { childEnvironment } from './child-environment.mjs'
import { hasDependencies } from './dependencies.mjs'
import { findNode } from './node-runtime.mjs'
import { root } from './paths.mjs'
import { isClientMade } from './prepare.mjs'

// node tools/launcher/with-node.mjs [--client] [program] [arguments]: the program under the Node that the launcher
// brings, whatever Node is first on PATH, with dependencies installed; `--client` also makes Prisma's client when its
// schema has changed. Every script of package.json comes through here or is a launcher's command of its own.
const given = process.argv.slice(2)
const needsClient = given[0] === '--client'
const [program, ...args] = needsClient ? given.slice(1) : given

if (!isReady()) bringTools()
process.exitCode = program === undefined ? 0 : await run(program, args)

function isReady() {
  return findNode() !== null && hasDependencies(root) && (!needsClient || isClientMade(root))
}

/** What is missing is told on the error output: what the program prints may be read by another. */
function bringTools() {
  const script = fileURLToPath(new URL('bring-tools.mjs', import.meta.url))
  const { status } = spawnSync(process.execPath, [script, ...(needsClient ? ['--client'] : [])], {
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) process.exit(status ?? 1)
}

/**
 * @param {string} command
 * @param {string[]} parameters
 * @returns {Promise<number>} its exit code, or what a shell makes of the signal that ended it
 */
function run(command, parameters) {
  const env = childEnvironment(process.env, {})
  env.PATH = [findNode() ?? '', join(root, 'node_modules', '.bin'), env.PATH ?? ''].join(delimiter)
  const child = spawn(command, parameters, { cwd: root, env, stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
  // A terminal's Ctrl-C reaches the program too: it ends in its own way, and this one after it.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`✗ ${command} could not be started: ${error.message}`)
      resolve(1)
    })
    child.once('exit', (code, signal) => resolve(signal ? 128 + constants.signals[signal] : (code ?? 1)))
  })
}
