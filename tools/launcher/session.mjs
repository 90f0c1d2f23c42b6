import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { childEnvironment, withoutPersonalSettings } from './child-environment.mjs'
import { readEnvFile } from './env-file.mjs'
import { Interrupted, Problem } from './problem.mjs'
import { dataDir, root } from './paths.mjs'
import { freePorts, readPorts } from './ports.mjs'
import { terminalReporter } from './reporter.mjs'

/**
 * One run of the launcher.
 * @typedef {object} Session
 * @property {string} root
 * @property {string} home where this run's data lives: `.data`, or a throw-away folder in it
 * @property {string} runDir records of running children
 * @property {string} logDir
 * @property {NodeJS.ProcessEnv} env handed to every child; set-up steps add to it
 * @property {import('./ports.mjs').Ports} ports
 * @property {boolean} throwAway data that nobody keeps: fast and unsafe settings
 * @property {boolean} verbose stream the children's logs
 * @property {import('./reporter.mjs').Reporter} reporter
 * @property {AbortSignal} signal aborted by Ctrl-C and SIGTERM
 * @property {(reason?: unknown) => void} abort
 * @property {import('./child.mjs').Child[]} children long-running ones, in start order
 */

/**
 * @param {{ throwAway?: string, verbose?: boolean }} [options] throwAway names the folder under `.data`
 * @returns {Promise<Session>}
 */
export async function createSession(options = {}) {
  const home = options.throwAway ? join(dataDir, options.throwAway) : dataDir
  const env = options.throwAway
    ? withoutPersonalSettings(childEnvironment(process.env, {}))
    : childEnvironment(process.env, readEnvFile(join(root, '.env')))
  // A throw-away stack keeps its files in its own folder, whatever a person has set.
  if (options.throwAway || !env.FILES_DIR) env.FILES_DIR = join(home, 'files')
  const ports = options.throwAway ? await freePorts() : readPorts(env)
  makeFolder(home)
  const controller = new AbortController()
  return {
    root,
    home,
    runDir: join(home, 'run'),
    logDir: join(home, 'logs'),
    env,
    ports,
    throwAway: options.throwAway !== undefined,
    verbose: options.verbose ?? false,
    reporter: terminalReporter(),
    signal: controller.signal,
    abort: (reason = new Interrupted()) => controller.abort(reason),
    children: [],
  }
}

/** @param {string} path */
function makeFolder(path) {
  try {
    for (const folder of [path, join(path, 'run'), join(path, 'logs')]) mkdirSync(folder, { recursive: true })
  } catch (cause) {
    throw new Problem(`${path} cannot be written`, {
      why: `data, logs and run records live there (${String(cause)})`,
      fixes: [`sudo chown -R "$(id -un)" "${dataDir}"`, 'clone the project into a folder that you own'],
      cause,
    })
  }
}
