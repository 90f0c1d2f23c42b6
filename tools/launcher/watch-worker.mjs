import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'
import { messageOf } from './problem.mjs'
import { changeOf } from './watched-change.mjs'

// npm run dev's worker. `node --watch` cannot be used: it makes worker threads report their modules as
// messages, which the Temporal SDK takes for its own and dies of (Node 24.21, SDK 1.24).

const folders = [
  'apps/worker/src',
  ...['contracts', 'db', 'domain', 'integrations', 'workflows'].map((name) => `packages/${name}/src`),
]
const settleMs = 200
const graceMs = 15_000

/** @type {import('node:child_process').ChildProcess | null} */
let worker = null
let isEnding = false
/** @type {Set<'restart' | 'bundle'>} */
const pending = new Set()
/** @type {NodeJS.Timeout | undefined} */
let settling
/** Restarts wait for one another. */
let turn = Promise.resolve()

for (const folder of folders) watch(join(root, folder), { recursive: true }, (_, file) => noteChange(folder, file))
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) process.on(signal, () => void end())
startWorker()

/**
 * @param {string} folder
 * @param {string | null} file
 */
function noteChange(folder, file) {
  const change = changeOf(folder, file)
  if (!change) return
  pending.add(change)
  clearTimeout(settling)
  // Editors and git write several files, or one of them twice.
  settling = setTimeout(() => {
    turn = turn.then(restart)
  }, settleMs)
}

async function restart() {
  const needsBundle = pending.has('bundle')
  pending.clear()
  if (needsBundle && !(await buildBundle()))
    return console.log('the workflow bundle does not build: the worker stays as it is')
  await stopWorker()
  if (!isEnding) startWorker()
}

function startWorker() {
  const started = spawn('node', [join('apps', 'worker', 'src', 'main.ts')], { cwd: root, stdio: 'inherit' })
  worker = started
  started.once('error', (error) => console.log(messageOf(error)))
  started.once('exit', (code, signal) => {
    if (worker !== started) return
    worker = null
    console.log(`worker ended (${signal ?? code}); a change starts it again`)
  })
}

/** @returns {Promise<void>} */
function stopWorker() {
  const stopping = worker
  if (!stopping) return Promise.resolve()
  worker = null
  stopping.kill('SIGTERM')
  const killing = setTimeout(() => stopping.kill('SIGKILL'), graceMs)
  return new Promise((resolve) => {
    stopping.once('exit', () => {
      clearTimeout(killing)
      resolve()
    })
  })
}

/** @returns {Promise<boolean>} */
function buildBundle() {
  const build = spawn('npm', ['run', '--silent', 'build', '--', '--filter=@mozhou/workflows'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  return new Promise((resolve) => build.once('exit', (code) => resolve(code === 0)))
}

async function end() {
  isEnding = true
  await stopWorker()
  process.exit()
}
