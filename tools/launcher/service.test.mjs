import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
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

test('restarts wait longer each time; five deaths within a minute are the end', () => {
  expect(nextRestartMs([0])).toBe(250)
  expect(nextRestartMs([0, 1000])).toBe(500)
  expect(nextRestartMs([0, 1000, 2000, 3000])).toBe(2000)
  expect(nextRestartMs([0, 1000, 2000, 3000, 4000])).toBeNull()
  expect(nextRestartMs([0, 1000, 2000, 3000, 64_000])).toBe(250)
})
