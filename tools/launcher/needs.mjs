import { join } from 'node:path'
import { appStarts, setAppEnvironment, startSandbox } from './apps.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensureOffice } from './office.mjs'
import { build, generateClient, migrate, seed } from './prepare.mjs'
import { startThrowAwayServers } from './servers.mjs'
import { testEnvironment } from './test-environment.mjs'
import { together } from './together.mjs'

/** @typedef {import('./session.mjs').Session} Session */
/** @typedef {import('./suites.mjs').Need} Need */

/**
 * Makes what suites stand on, each thing once. A thing that failed stays failed: the suites that
 * need it are told so at once.
 * @param {Session} session
 * @returns {{ meet: (needs: Need[]) => Promise<void>, testEnv: Record<string, string> }} testEnv grows with what is met
 */
export function createNeeds(session) {
  /** @type {Record<string, string>} */
  const testEnv = {}
  /** @type {Map<Need, Promise<unknown>>} */
  const made = new Map()
  const makers = makersOf(session, testEnv)
  return {
    testEnv,
    async meet(needs) {
      for (const need of needs) {
        const making = made.get(need) ?? makers[need]()
        made.set(need, making)
        await making
      }
    },
  }
}

/**
 * @param {Session} session
 * @param {Record<string, string>} testEnv
 * @returns {Record<Need, () => Promise<unknown>>}
 */
function makersOf(session, testEnv) {
  return {
    client: () => generateClient(session),
    servers: async () => {
      Object.assign(testEnv, testEnvironment(session, await startThrowAwayServers(session)))
      setAppEnvironment(session)
    },
    sandbox: () => startSandbox(session),
    bundle: async () => {
      await build(session, { only: '@mozhou/workflows' })
      testEnv.MOZHOU_TEST_WORKFLOW_BUNDLE = join(session.root, 'packages', 'workflows', 'dist', 'workflow-bundle.js')
    },
    build: () => build(session),
    apps: async () => {
      Object.assign(session.env, withoutLimits)
      await migrate(session)
      const accounts = await seed(session)
      await together(session, appStarts(session))
      Object.assign(testEnv, browserEnvironment(session), { E2E_ACCOUNTS: JSON.stringify(accounts) })
    },
    office: async () => void Object.assign(testEnv, await ensureOffice(session)),
    chromium: async () => {
      await ensureChromium(session)
      testEnv.CHROMIUM_PATH = session.env.CHROMIUM_PATH ?? ''
    },
  }
}

/** Two browsers do in minutes, from one address, what people do in hours. */
const withoutLimits = {
  RATE_LIMIT_PER_MINUTE: '1000000',
  ADDRESS_RATE_LIMIT_PER_MINUTE: '1000000',
  ANONYMOUS_RATE_LIMIT_PER_MINUTE: '1000000',
  AUTH_RATE_LIMIT_PER_MINUTE: '1000000',
  AUTH_RATE_LIMIT_PER_HOUR: '1000000',
  REFRESH_RATE_LIMIT_PER_MINUTE: '1000000',
  SIGNUP_GIFTS_PER_NETWORK: '1000000',
}

/**
 * @param {Session} session
 * @returns {Record<string, string>}
 */
function browserEnvironment({ ports, env }) {
  const at = (/** @type {number} */ port) => `http://127.0.0.1:${port}`
  return {
    E2E_WEB_URL: at(ports.WEB_PORT),
    E2E_ADMIN_URL: at(ports.ADMIN_PORT),
    E2E_API_URL: at(ports.API_PORT),
    E2E_DATABASE_URL: env.DATABASE_URL ?? '',
    E2E_SANDBOX_URL: at(ports.SANDBOX_PORT),
    E2E_TEMPORAL_UI_URL: at(ports.TEMPORAL_UI_PORT),
  }
}
