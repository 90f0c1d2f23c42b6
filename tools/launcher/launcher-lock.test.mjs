import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { acquireLock, lockOwner, releaseLock } from './launcher-lock.mjs'
import { commandLineOf, identityOf, isStillRunning } from './process-identity.mjs'
import { testFolder } from './testing-folder.mjs'

test('a second launcher in the same clone is refused with the pid of the first', () => {
  const home = testFolder()
  acquireLock(home)
  expect(() => acquireLock(home)).toThrow(`already running (npm start, pid ${process.pid})`)
  releaseLock(home)
  expect(existsSync(join(home, 'launcher.lock'))).toBe(false)
  expect(() => acquireLock(home)).not.toThrow()
})

test.each([
  ['a dead process', '{"pid":1,"identity":"of an earlier boot"}'],
  ['a half-written file', '{"pid":'],
  ['an empty file', ''],
])('the lock of %s is taken over', (_, content) => {
  const home = testFolder()
  writeFileSync(join(home, 'launcher.lock'), content)
  acquireLock(home)
  expect(lockOwner(home)).toBe(process.pid)
})

test('a folder that cannot be written is a problem with a way out', () => {
  expect(() => acquireLock(join(testFolder(), 'missing'))).toThrow('launcher.lock cannot be written')
})

test('a process keeps its identity until it ends', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  onTestFinished(() => void child.kill('SIGKILL'))
  const pid = child.pid ?? 0
  const identity = identityOf(pid)
  expect(identity).not.toBeNull()
  expect(isStillRunning(pid, String(identity))).toBe(true)
  expect(commandLineOf(pid)).toContain('setInterval')
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  expect(isStillRunning(pid, String(identity))).toBe(false)
  expect(commandLineOf(pid)).toBe('')
})
