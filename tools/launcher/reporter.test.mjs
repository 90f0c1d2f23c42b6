import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { describeProblem, Interrupted, Problem } from './problem.mjs'
import { createReporter, seconds } from './reporter.mjs'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** @param {boolean} isTerminal */
function collecting(isTerminal) {
  /** @type {string[]} */
  const written = []
  const reporter = createReporter({ write: (text) => void written.push(text), isTerminal, columns: () => 60 })
  return { reporter, written }
}

/** @param {number} ms */
const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

test('a step ends with what it did and how long it took', async () => {
  const { reporter, written } = collecting(false)
  const step = reporter.step('Redis', async (note) => {
    note('127.0.0.1:3379')
    await after(1500)
    return 7
  })
  await vi.advanceTimersByTimeAsync(1500)
  expect(await step).toBe(7)
  expect(written).toEqual([`${'✓ Redis: 127.0.0.1:3379'.padEnd(64)} 1.5 s\n`])
})

test('without a terminal a long step says every ten seconds that it goes on', async () => {
  const { reporter, written } = collecting(false)
  const step = reporter.step('npm ci', () => after(25_000))
  await vi.advanceTimersByTimeAsync(19_000)
  const short = reporter.step('seed', () => after(6000))
  await vi.advanceTimersByTimeAsync(6000)
  await Promise.all([step, short])
  expect(written.slice(0, 2)).toEqual(['  … npm ci 10.0 s\n', '  … npm ci 20.0 s\n'])
  expect(written).toHaveLength(4)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(written).toHaveLength(4)
})

test('a terminal shows every running step on one line that fits', async () => {
  const { reporter, written } = collecting(true)
  const steps = Promise.all([
    reporter.step('build', () => after(1000)),
    reporter.step('x'.repeat(80), () => after(1000)),
  ])
  await vi.advanceTimersByTimeAsync(400)
  const [line = ''] = written
  expect(line.startsWith('\r\x1b[K… build 0.2 s · xxx')).toBe(true)
  expect(line.replace('\r\x1b[K', '').length).toBeLessThan(60)
  await vi.advanceTimersByTimeAsync(600)
  await steps
})

test('a failed and an interrupted step are told apart', async () => {
  const { reporter, written } = collecting(false)
  await expect(reporter.step('a', () => Promise.reject(new Problem('broken')))).rejects.toThrow('broken')
  await expect(reporter.step('b', () => Promise.reject(new Interrupted()))).rejects.toThrow('interrupted')
  expect(written.map((line) => line.slice(0, 3))).toEqual(['✗ a', '– b'])
})

test('a reporter whose reader has gone writes no more', async () => {
  const { reporter, written } = collecting(false)
  reporter.mute()
  reporter.say('anybody?')
  await reporter.step('a', async () => {})
  expect(written).toEqual([])
})

test.each([
  [80, '0.1 s'],
  [59_900, '59.9 s'],
  [61_000, '1 min 1 s'],
])('%d ms reads %s', (ms, text) => {
  expect(seconds(ms)).toBe(text)
})

test('a problem tells what, why, what to do, and shows the log', () => {
  const problem = new Problem('redis died', { why: 'no memory', fixes: ['buy some', 'close tabs'], log: 'a\nb\n' })
  expect(describeProblem(problem)).toBe(
    [
      '✗ redis died',
      '  why: no memory',
      '  do one of:',
      '    - buy some',
      '    - close tabs',
      '',
      '  | a',
      '  | b',
    ].join('\n'),
  )
  expect(describeProblem(new Problem('x', { fixes: ['y'] }))).toBe('✗ x\n  do:  y')
  expect(describeProblem(new Error('a defect'))).toContain('reporter.test.mjs')
})
