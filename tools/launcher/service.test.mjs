import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { askOver, livenessOf } from './liveness.mjs'
import { nextRestartMs } from './restart-policy.mjs'
import { startService, stopServices } from './service.mjs'
import { sleep } from './sleep.mjs'
import { testSession } from './testing-folder.mjs'

/**
 * @param {import('./session.mjs').Session} session
 * @param {string} name
 * @param {string} script
 * @param {Partial<import('./child.mjs').ChildSpec>} [more]
 * @returns {import('./service.mjs').Service}
 */
function service(session, name, script, more = {}) {
  const file = join(session.home, `${name}.up`)
  // Last, so that its handlers stand when it is ready; and the file is there a moment before its line is.
  const args = ['-e', `${script}; require('fs').appendFileSync(${JSON.stringify(file)}, 'up\\n')`]
  return {
    spec: { name, command: process.execPath, args, cwd: session.home, env: session.env, ...more },
    isReady: async () => existsSync(file) && readFileSync(file, 'utf8').endsWith('up\n'),
    timeoutMs: 5000,
    fixes: ['mend it'],
  }
}

const forever = 'setInterval(() => {}, 1000)'

test('a service that dies before it is ready shows its last lines', async () => {
  const { session } = testSession()
  const dying = {
    ...service(session, 'api', `console.error('missing SECRET_KEY'); process.exit(2)`),
    isReady: async () => false,
  }
  await expect(startService(session, dying)).rejects.toMatchObject({
    message: 'api exited with code 2 before it was ready',
    log: 'missing SECRET_KEY',
    fixes: ['mend it'],
  })
})

test('a service that never answers is given up in time, and ended with the rest', async () => {
  const { session } = testSession()
  const silent = { ...service(session, 'api', forever), isReady: async () => false, timeoutMs: 200 }
  await expect(startService(session, silent)).rejects.toThrow('api was not ready after 0.2 s')
  await stopServices(session)
  expect(session.children[0]?.exit()).not.toBeNull()
})

test('a service that dies later is started again and said so', async () => {
  const { session, said } = testSession()
  const first = await startService(session, service(session, 'worker', forever))
  process.kill(first.pid, 'SIGKILL')
  const file = join(session.home, 'worker.up')
  while (readFileSync(file, 'utf8') !== 'up\nup\n') await sleep(30)
  while (said.length < 2) await sleep(10)
  session.abort()
  await stopServices(session)
  expect(session.children).toHaveLength(1)
  expect(session.children[0]?.pid).not.toBe(first.pid)
  expect(session.children[0]?.exit()).not.toBeNull()
  expect(said[0]).toContain('worker was ended by SIGKILL')
  expect(said[1]).toBe('↻ worker started again')
})

test('services end by rank, the highest first, and none is started again', async () => {
  const { session, said } = testSession()
  const log = join(session.home, 'order')
  const leaves = (/** @type {string} */ name) =>
    `process.on('SIGTERM', () => { require('fs').appendFileSync(${JSON.stringify(log)}, '${name} '); process.exit() }); ${forever}`
  writeFileSync(log, '')
  await startService(session, service(session, 'postgres', leaves('postgres'), { stopRank: 5 }))
  await startService(session, service(session, 'api', leaves('api'), { stopRank: 50 }))
  await startService(session, service(session, 'temporal', leaves('temporal'), { stopRank: 20 }))
  session.abort()
  await stopServices(session)
  expect(readFileSync(log, 'utf8')).toBe('api temporal postgres ')
  expect(said).toEqual([])
})

test('an interrupt ends the waiting for readiness', async () => {
  const { session } = testSession()
  const silent = { ...service(session, 'api', forever), isReady: async () => false }
  // Asked for the second time, it waits.
  const questions = vi.fn(silent.isReady)
  const starting = expect(startService(session, { ...silent, isReady: questions })).rejects.toThrow('interrupted')
  await expect.poll(() => questions.mock.calls.length).toBeGreaterThan(1)
  session.abort()
  await starting
  await stopServices(session)
  expect(session.children[0]?.exit()).not.toBeNull()
})

test('restarts wait longer each time, after the fifth death by half a minute and more, and never end', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100].map((deaths) => nextRestartMs(deaths))
  expect(pauses).toEqual([250, 500, 1000, 2000, 30_000, 60_000, 120_000, 240_000, 300_000, 300_000])
})

/** Answers over HTTP, and says on which port. */
const server = (/** @type {string} */ portFile) =>
  `const server = require('http').createServer((request, response) => {
    if (request.url === '/block') while (true);
    response.end('ok')
  })
  server.listen(0, '127.0.0.1', () => require('fs').writeFileSync(${JSON.stringify(portFile)}, String(server.address().port)))`

test.each([
  ['was stopped', async (/** @type {string} */ _url, /** @type {number} */ pid) => process.kill(pid, 'SIGSTOP')],
  ['blocks its event loop', async (/** @type {string} */ url) => void fetch(`${url}/block`).catch(() => {})],
])('a service that %s is ended and started again, and said so', async (_what, silence) => {
  const { session, said } = testSession()
  const portFile = join(session.home, 'port')
  const url = () => `http://127.0.0.1:${readFileSync(portFile, 'utf8')}`
  const usual = livenessOf('', {})
  if (!usual) throw new Error('liveness is not watched')
  const ask = () => askOver(url(), 300)
  const api = { ...service(session, 'api', server(portFile)), isReady: async () => existsSync(portFile) }
  const first = await startService(session, { ...api, liveness: { ...usual, ask, everyMs: 50 } })
  expect(await ask()).toBe('answers')
  await silence(url(), first.pid)
  await vi.waitUntil(() => said.some((line) => line.startsWith('↻')), { timeout: 20_000, interval: 20 })
  expect(said[0]).toMatch(/^! api has not answered for \d+ s \(it .*\): it is ended and started again$/)
  expect(said[1]).toContain('api was ended by SIGKILL')
  session.abort()
  await stopServices(session)
})

test('whoever stands at a breakpoint is not watched', () => {
  expect(livenessOf('http://127.0.0.1:1', { NODE_OPTIONS: '--inspect-brk' })).toBeUndefined()
})

test('a service that died five times says when the next try follows, and goes on when it is mended', async () => {
  const { session, said } = testSession()
  const broken = join(session.home, 'broken')
  const script = `if (require('fs').existsSync(${JSON.stringify(broken)})) process.exit(3); ${forever}`
  const impatient = (/** @type {number} */ deaths) => (deaths < 5 ? 1 : 3_000)
  const first = await startService(session, { ...service(session, 'worker', script), restartMs: impatient })
  writeFileSync(broken, '')
  process.kill(first.pid, 'SIGKILL')
  const isGivenTime = (/** @type {string} */ line) => line.startsWith('✗')
  await vi.waitUntil(() => said.some(isGivenTime), { timeout: 20_000, interval: 20 })
  expect(said.find(isGivenTime)).toMatch(
    /^✗ worker died 5 times in a row: the next try follows in 3.0 s. See .*worker.log and .*worker.log.1$/,
  )
  rmSync(broken)
  const isBack = (/** @type {string} */ line) => line.startsWith('↻')
  const before = said.filter(isBack).length
  await vi.waitUntil(() => said.filter(isBack).length > before, { timeout: 20_000, interval: 20 })
  expect(session.children[0]?.exit()).toBeNull()
  session.abort()
  await stopServices(session)
})
