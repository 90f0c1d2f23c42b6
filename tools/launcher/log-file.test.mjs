import { appendFileSync, closeSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { followLog, openLog, tailOfLog } from './log-file.mjs'
import { testFolder } from './testing-folder.mjs'

test('a fresh log keeps the two before', () => {
  const path = join(testFolder(), 'logs', 'api.log')
  for (const text of ['first', 'second', 'third', 'fourth']) {
    closeSync(openLog(path))
    writeFileSync(path, text)
  }
  const kept = [path, `${path}.1`, `${path}.2`].map((file) => readFileSync(file, 'utf8'))
  expect(kept).toEqual(['fourth', 'third', 'second'])
})

test('the tail is the last lines, even of a huge log', () => {
  const path = join(testFolder(), 'api.log')
  writeFileSync(path, Array.from({ length: 50_000 }, (_, index) => `line ${index}\n`).join(''))
  expect(tailOfLog(path, 3)).toBe('line 49997\nline 49998\nline 49999')
  expect(tailOfLog(`${path}.missing`)).toBe('')
})

test('following prints whole lines under their owner, the rest when it ends', async () => {
  const path = join(testFolder(), 'api.log')
  /** @type {string[]} */
  const printed = []
  const stop = followLog('api', path, (line) => void printed.push(line))
  writeFileSync(path, 'one\ntw')
  await vi.waitFor(() => expect(printed).toEqual(['api      | one']), 15_000)
  appendFileSync(path, 'o\nthree\n')
  stop()
  expect(printed).toEqual(['api      | one', 'api      | two', 'api      | three'])
})
