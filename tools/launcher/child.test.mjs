import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startChild } from './child.mjs'
import { endLeftovers } from './leftovers.mjs'
import { identityOf } from './process-identity.mjs'
import { runCommand, tryCommand } from './run-command.mjs'
import { listLeftovers, writeRunRecord } from './run-record.mjs'
import { sleep } from './sleep.mjs'
import { testSession } from './testing-folder.mjs'

/**
 * @param {import('./session.mjs').Session} session
 * @param {string} script
 * @param {Partial<import('./child.mjs').ChildSpec>} [more]
 * @returns {import('./child.mjs').ChildSpec}
 */
const nodeSpec = (session, script, more = {}) => ({
  name: 'part',
  command: process.execPath,
  args: ['-e', script],
  cwd: session.home,
  env: session.env,
  ...more,
})

/**
 * @param {import('./session.mjs').Session} session
 * @param {string} script
 * @param {Partial<import('./child.mjs').ChildSpec>} [more]
 */
async function startedChild(session, script, more = {}) {
  const child = await startChild(session, nodeSpec(session, `${script}; console.log('up')`, more))
  onTestFinished(async () => void (await child.stop()))
  while (!existsSync(child.logFile) || !readFileSync(child.logFile, 'utf8').includes('up')) await sleep(20)
  return child
}

const forever = 'setInterval(() => {}, 1000)'

test('a child leads its own group, so that a terminal Ctrl-C does not reach it', async () => {
  const { session } = testSession()
  const child = await startedChild(session, forever)
  expect(() => process.kill(-child.pid, 0)).not.toThrow()
})

test('a polite child ends on its signal and its record goes', async () => {
  const { session } = testSession()
  const child = await startedChild(session, forever)
  expect(listLeftovers(session.runDir).map(({ pid }) => pid)).toEqual([child.pid])
  expect(await child.stop()).toBe('polite')
  expect(child.exit()).toEqual({ code: null, signal: 'SIGTERM' })
  expect(listLeftovers(session.runDir)).toEqual([])
})

test('a stubborn child is killed after its grace period', async () => {
  const { session } = testSession()
  const child = await startedChild(session, `process.on('SIGTERM', () => {}); ${forever}`, { graceMs: 200 })
  expect(await child.stop()).toBe('killed')
  expect(child.exit()?.signal).toBe('SIGKILL')
})

test('helpers that outlive their leader are ended too', async () => {
  const { session } = testSession()
  const helper = `const { spawn } = require('child_process'); const h = spawn(process.execPath, ['-e', ${JSON.stringify(
    forever,
  )}]); console.log('pid', h.pid); ${forever}`
  const child = await startedChild(session, helper)
  const helperPid = Number(/pid (\d+)/.exec(readFileSync(child.logFile, 'utf8'))?.[1])
  expect(identityOf(helperPid)).not.toBeNull()
  await child.stop()
  expect(identityOf(helperPid)).toBeNull()
})

test('the next start ends what a killed launcher left, and only that', async () => {
  const { session, said } = testSession()
  const left = await startedChild(session, forever, { name: 'left' })
  const stranger = await startedChild(session, forever, { name: 'stranger' })
  // The stranger has the pid of a record, but another start time: the number was given out again.
  writeRunRecord(session.runDir, { name: 'gone', pid: stranger.pid, command: 'x', stopSignal: 'SIGTERM', stopRank: 1 })
  const record = JSON.parse(readFileSync(join(session.runDir, 'gone.json'), 'utf8'))
  writeFileSync(join(session.runDir, 'gone.json'), JSON.stringify({ ...record, identity: 'earlier' }))
  renameSync(join(session.runDir, 'stranger.json'), join(session.home, 'stranger.json'))
  await endLeftovers(session.runDir, (line) => said.push(line))
  expect((await left.exited).signal).toBe('SIGTERM')
  expect(stranger.exit()).toBeNull()
  expect(said).toEqual([`! ends left (pid ${left.pid}), left by a start that was killed`])
})

test('a program that does not exist is named', async () => {
  const { session } = testSession()
  const spec = nodeSpec(session, '', { name: 'redis', command: '/nowhere/redis-server' })
  await expect(startChild(session, spec)).rejects.toThrow('redis could not be started: /nowhere/redis-server')
})

test('a command gives its output, and takes input', async () => {
  const { session } = testSession()
  const output = await runCommand(session, nodeSpec(session, 'process.stdin.pipe(process.stdout)', { input: '墨舟' }))
  expect(output).toBe('墨舟')
})

test('a failing command tells its last lines and what to do', async () => {
  const { session } = testSession()
  const spec = { ...nodeSpec(session, `console.error('no space left'); process.exit(3)`), fixes: ['make room'] }
  const error = await runCommand(session, spec).catch((thrown) => thrown)
  expect(error).toMatchObject({ message: 'part exited with code 3', fixes: ['make room'], log: 'no space left' })
})

test('an interrupt ends a running command', async () => {
  const { session } = testSession()
  const running = tryCommand(session, nodeSpec(session, forever)).catch((thrown) => thrown)
  await expect.poll(() => listLeftovers(session.runDir)).toHaveLength(1)
  const [left] = listLeftovers(session.runDir)
  session.abort()
  expect((await running).name).toBe('Interrupted')
  expect(identityOf(left?.pid ?? 0)).toBeNull()
})

test('no command starts after an interrupt', async () => {
  const { session } = testSession()
  session.abort()
  await expect(tryCommand(session, nodeSpec(session, ''))).rejects.toThrow('interrupted')
  expect(existsSync(session.logDir)).toBe(false)
})
