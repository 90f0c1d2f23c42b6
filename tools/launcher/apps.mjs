import { join } from 'node:path'
import { livenessOf } from './liveness.mjs'
import { nodeFlagsOf } from './node-settings.mjs'
import { answersOk } from './readiness.mjs'
import { startService } from './service.mjs'
import { stopRanks } from './stop-ranks.mjs'

/** @typedef {import('./session.mjs').Session} Session */
/** @typedef {{ watch?: boolean | undefined }} AppOptions */

/**
 * The addresses every app reads, and development unless somebody says otherwise.
 * @param {Session} session
 */
export function setAppEnvironment(session) {
  const { env, ports } = session
  for (const [name, port] of Object.entries(ports)) env[name] = String(port)
  env.NODE_ENV ||= 'development'
  env.TEMPORAL_NAMESPACE ||= 'default'
  env.TEMPORAL_UI_URL ||= `http://127.0.0.1:${ports.TEMPORAL_UI_PORT}`
  env.SANDBOX_URL ||= `http://127.0.0.1:${ports.SANDBOX_PORT}`
  env.API_URL ||= `http://127.0.0.1:${ports.API_PORT}`
  env.PUBLIC_API_URL ||= env.API_URL
}

/**
 * Mail goes to the sandbox's mailbox, where its links can be pressed, unless `.env` names a server; a name left empty there switches mail off.
 * @param {Session} session
 */
export function sendMailToSandbox({ env, ports }) {
  if (env.SMTP_URL !== undefined || env.MAIL_FROM !== undefined) return
  env.SMTP_URL = `smtp://127.0.0.1:${ports.SANDBOX_SMTP_PORT}`
  env.MAIL_FROM = '墨舟 <no-reply@mozhou.example>'
}

/**
 * Worker, API and both faces at the same time, on a sandbox that already answers.
 * @param {Session} session
 * @param {AppOptions} [options]
 * @returns {(() => Promise<unknown>)[]}
 */
export function appStarts(session, options = {}) {
  const { ports } = session
  const worker = {
    name: /** @type {const} */ ('worker'),
    port: ports.WORKER_METRICS_PORT,
    path: '/health/ready',
    graceMs: 15_000,
  }
  const api = { name: /** @type {const} */ ('api'), port: ports.API_PORT, path: '/health/ready', graceMs: 15_000 }
  return [
    () => startNodeApp(session, worker, options),
    () => startNodeApp(session, api, options),
    () => startViteApp(session, { name: 'web', port: ports.WEB_PORT }, options),
    () => startViteApp(session, { name: 'admin', port: ports.ADMIN_PORT }, options),
  ]
}

/**
 * @param {Session} session
 * @param {AppOptions} [options]
 */
export function startSandbox(session, options = {}) {
  const sandbox = {
    name: /** @type {const} */ ('sandbox'),
    port: session.ports.SANDBOX_PORT,
    path: '/health/live',
    graceMs: 5000,
  }
  return startNodeApp(session, sandbox, options)
}

/**
 * @param {Session} session
 * @param {{ name: 'sandbox' | 'worker' | 'api', port: number, path: string, graceMs: number }} app
 * @param {AppOptions} options
 */
function startNodeApp(session, { name, port, path, graceMs }, options) {
  return session.reporter.step(name, async (note) => {
    note(`127.0.0.1:${port}`)
    await startService(session, {
      spec: {
        name,
        command: 'node',
        args: nodeArguments(name, options.watch ?? false),
        cwd: session.root,
        env: session.env,
        graceMs,
        stopRank: stopRanks[name],
      },
      isReady: answersOk(`http://127.0.0.1:${port}${path}`),
      liveness: livenessOf(`http://127.0.0.1:${port}/health/live`, session.env),
      fixes: ['mend what the log names', 'compare .env with .env.example'],
    })
  })
}

/**
 * @param {string} name
 * @param {boolean} isWatching
 */
function nodeArguments(name, isWatching) {
  if (isWatching && name === 'worker') return [join('tools', 'launcher', 'watch-worker.mjs')]
  const watching = isWatching ? ['--watch', '--watch-preserve-output'] : []
  return [...watching, ...nodeFlagsOf(name), join('apps', name, 'src', 'main.ts')]
}

/**
 * @param {Session} session
 * @param {{ name: 'web' | 'admin', port: number }} app
 * @param {AppOptions} options
 */
function startViteApp(session, { name, port }, options) {
  return session.reporter.step(name, async (note) => {
    note(`127.0.0.1:${port}`)
    const vite = join(session.root, 'node_modules', '.bin', 'vite')
    await startService(session, {
      spec: {
        name,
        command: 'node',
        args: [
          vite,
          ...(options.watch ? [] : ['preview']),
          '--host',
          '127.0.0.1',
          '--port',
          String(port),
          '--strictPort',
        ],
        cwd: join(session.root, 'apps', name),
        env: session.env,
        stopRank: stopRanks[name],
      },
      isReady: answersOk(`http://127.0.0.1:${port}/`),
      fixes: ['npm run build, and mend what it names'],
    })
  })
}
