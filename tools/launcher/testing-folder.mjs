import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of the running test's own, removed after it. */
export function testFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'mozhou-launcher-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A session with nothing but a folder; what it says is collected. */
export function testSession() {
  const home = testFolder()
  /** @type {string[]} */
  const said = []
  const controller = new AbortController()
  /** @type {import('./session.mjs').Session} */
  const session = {
    root: home,
    home,
    runDir: join(home, 'run'),
    logDir: join(home, 'logs'),
    env: { PATH: process.env['PATH'] },
    ports: /** @type {import('./ports.mjs').Ports} */ ({}),
    throwAway: true,
    verbose: false,
    reporter: { say: (text) => void said.push(text), mute: () => {}, step: (_, work) => work(() => {}) },
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    children: [],
  }
  return { session, said }
}
