import { expect, test } from 'vitest'
import { chooseSuites } from './choose-suites.mjs'
import { countPlaywright, countVitest, judge } from './count-results.mjs'
import { commandFailure, playwrightFailures, vitestFailures } from './list-failures.mjs'
import { formatFailures, formatResults, formatTotal } from './report.mjs'
import { suites } from './suites.mjs'

/** @param {string[]} args */
const chosen = (...args) => chooseSuites(args, suites).map(({ suite, filters }) => [suite.name, ...filters])

test('without names every suite runs, in order', () => {
  expect(chosen().map(([name]) => name)).toEqual(suites.map(({ name }) => name))
})

test('names choose, and what follows a name filters that suite', () => {
  expect(chosen('unit', 'int', 'packages/domain/src/credits', '-t', 'hold')).toEqual([
    ['unit'],
    ['int', 'packages/domain/src/credits', '-t', 'hold'],
  ])
})

test.each([[['untit']], [['packages/domain']], [['lint', 'packages/domain']]])(
  '%j is refused with the names of the suites',
  (args) => {
    expect(() => chooseSuites(args, suites)).toThrow(/is no suite/)
  },
)

const passing = { status: 'passed', assertionResults: [{ status: 'passed' }] }

test('a test file that does not load counts as a failure', () => {
  const report = {
    numPassedTests: 1,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      passing,
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  }
  expect(countVitest(report)).toEqual({ passed: 1, failed: 2, skipped: 2 })
})

test('a flaky browser test has failed', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 }
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 3, failed: 3, skipped: 2 })
})

test('a suite that executed nothing has failed', () => {
  expect(judge({ passed: 0, failed: 0, skipped: 4 }, 0)).toMatchObject({ failed: 1, why: 'executed nothing' })
})

test('a program that fails although no test did has failed', () => {
  expect(judge({ passed: 9, failed: 0, skipped: 0 }, 1)).toMatchObject({ passed: 9, failed: 1 })
  expect(judge({ passed: 9, failed: 0, skipped: 0 }, 0)).toEqual({ passed: 9, failed: 0, skipped: 0 })
  expect(judge({ passed: 9, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 9, failed: 2, skipped: 0 })
})

test('the table names failures and the last line adds up', () => {
  const rows = [
    { name: 'unit', ms: 1234, budgetS: 10, result: { passed: 12, failed: 0, skipped: 0 } },
    { name: 'e2e', ms: 65_000, result: { passed: 2, failed: 1, skipped: 0, why: 'its set-up failed' } },
  ]
  expect(
    formatResults(rows, { slowness: 2, ms: 66_234 })
      .split('\n')
      .map((line) => line.trim()),
  ).toEqual([
    'suite  passed  failed  skipped  time       budget',
    '✓ unit   12      0       0        1.2 s      20.0 s',
    '✗ e2e    2       1       0        1 min 5 s  –       its set-up failed',
    '',
    '1 min 6 s in all; budgets for a machine that is 2.0 × as slow as the one they are written for',
  ])
  expect(formatTotal(rows)).toBe('14 passed, 1 failed')
})

test('what failed is told again before the table, with its reason', () => {
  const unit = vitestFailures(
    {
      testResults: [
        { name: '/house/a.test.ts', ...passing },
        {
          name: '/house/b.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'passed' },
            { status: 'failed', fullName: 'b works', failureMessages: ['\u001b[31mAssertionError: 1\u001b[39m\nat b'] },
          ],
        },
        {
          name: '/house/c.test.ts',
          status: 'failed',
          message: `beforeAll: no database${'\n- waiting'.repeat(9)}`,
          assertionResults: [],
        },
      ],
    },
    '/house',
  )
  const results = [{ status: 'failed', error: { message: 'x'.repeat(5_000) } }, { status: 'passed' }]
  const specs = [
    { title: 'opens', file: 'd.spec.ts', line: 3, tests: [{ projectName: 'phone', status: 'flaky', results }] },
    { title: 'closes', file: 'd.spec.ts', line: 9, tests: [{ projectName: 'phone', status: 'expected', results: [] }] },
  ]
  const e2e = playwrightFailures({ suites: [{ suites: [{ specs }] }], errors: [{ message: 'no server' }] })
  const lines = Array.from({ length: 30 }, (_, at) => `line ${at}`)
  const lint = [commandFailure(['oxlint', '--deny-warnings'], `${lines.join('\n')}\n`)]
  const result = { passed: 1, failed: 2, skipped: 0 }
  const told = formatFailures([
    { name: 'unit', ms: 1, result: { ...result, failures: unit } },
    { name: 'dom', ms: 1, result },
    { name: 'lint', ms: 1, result: { ...result, failures: lint } },
    { name: 'e2e', ms: 1, result: { ...result, failures: e2e } },
  ])
  expect(told).toBe(
    [
      '✗ unit: b.test.ts › b works\n    AssertionError: 1\n    at b\n\n',
      `✗ unit: c.test.ts\n    beforeAll: no database${'\n    - waiting'.repeat(7)} …\n\n`,
      `✗ lint: oxlint --deny-warnings\n${[...lines.slice(0, 8), '…', ...lines.slice(-8)].map((line) => `    ${line}\n`).join('')}\n`,
      `✗ e2e: [phone] d.spec.ts:3 › opens\n    ${'x'.repeat(800)} …\n\n`,
      '✗ e2e: outside every test\n    no server\n\n',
    ].join(''),
  )
})
