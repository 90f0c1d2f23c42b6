import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { holdToBudget } from './budget.mjs'
import { startChild } from './child.mjs'
import { lanesOf, runLanes } from './run-lanes.mjs'
import { suites } from './suites.mjs'
import { roundsOf } from './test-rounds.mjs'
import { testSession } from './testing-folder.mjs'
import { measureSlowness } from './yardstick.mjs'

/** @typedef {import('./report.mjs').Row} Row */

/**
 * A suite that is one program.
 * @param {string} name
 * @param {import('./suites.mjs').Lane} lane
 * @param {string} script
 * @param {import('./suites.mjs').Need[]} [needs]
 */
function choice(name, lane, script, needs = []) {
  const commands = [[process.execPath, '-e', script]]
  return { suite: { kind: /** @type {const} */ ('commands'), name, lane, budgetS: 10, needs, commands }, filters: [] }
}

/**
 * @param {import('./choose-suites.mjs').Choice[]} choices
 * @param {(needs: import('./suites.mjs').Need[], session: import('./session.mjs').Session) => Promise<void>} [meet]
 */
function played(choices, meet = async () => {}) {
  const { session, said } = testSession()
  /** @type {Row[]} */
  const rows = []
  const needs = { meet: (/** @type {import('./suites.mjs').Need[]} */ list) => meet(list, session), testEnv: {} }
  const running = runLanes(session, choices, needs, { rounds: 1, done: (row) => void rows.push(row) })
  return { session, said, rows, running }
}

test('every suite is in a lane, and one core has one lane', () => {
  const all = suites.map((suite) => ({ suite, filters: [] }))
  expect(lanesOf(all, 2).map((lane) => lane.map(({ suite }) => suite.name))).toEqual([
    ['format', 'lint', 'types', 'unit', 'dom', 'office', 'int'],
    ['db-check', 'workflow', 'kill', 'e2e'],
  ])
  expect(lanesOf(all, 4).map((lane) => lane.at(-1)?.suite.name)).toEqual(['int', 'kill', 'e2e'])
  expect(lanesOf(all, 1)).toEqual([all.filter(({ suite }) => suite.lane !== 'last')])
  expect(all.filter(({ suite }) => suite.lane === 'last').map(({ suite }) => suite.name)).toEqual([
    'audit',
    'private-data',
  ])
  expect(lanesOf([], 2)).toEqual([])
})

test('the budgets of a lane come to no more than thirty-two minutes', () => {
  for (const lane of lanesOf(
    suites.map((suite) => ({ suite, filters: [] })),
    2,
  )) {
    expect(lane.reduce((sum, { suite }) => sum + suite.budgetS, 0)).toBeLessThanOrEqual(32 * 60)
  }
})

const meeting = (/** @type {string} */ mine, /** @type {string} */ theirs) => `
  const { existsSync, writeFileSync } = require('node:fs')
  writeFileSync(${JSON.stringify(mine)}, '')
  const looking = setInterval(() => existsSync(${JSON.stringify(theirs)}) && clearInterval(looking), 10)`

test('suites of two lanes run at the same time, those of one after each other', async () => {
  const { session } = testSession()
  const [left, right] = [join(session.home, 'left'), join(session.home, 'right')]
  const { rows, running } = played([
    // Neither ends before the other has begun.
    choice('int', 'computes', meeting(left, right)),
    choice('kill', 'waits', meeting(right, left)),
    choice('later', 'waits', `require('node:fs').readFileSync(${JSON.stringify(left)})`),
  ])
  await running
  expect(new Set(rows.map(({ name, result }) => `${name} ${result.passed}`))).toEqual(
    new Set(['int 1', 'kill 1', 'later 1']),
  )
  expect(rows.findIndex(({ name }) => name === 'kill')).toBeLessThan(rows.findIndex(({ name }) => name === 'later'))
})

test('what comes last runs when all lanes are done', async () => {
  const { session } = testSession()
  const file = join(session.home, 'done')
  const { rows, running } = played([
    choice('private-data', 'last', `require('node:fs').readFileSync(${JSON.stringify(file)})`),
    choice('int', 'computes', ''),
    choice('kill', 'waits', `setTimeout(() => require('node:fs').writeFileSync(${JSON.stringify(file)}, ''), 300)`),
  ])
  await running
  expect(rows.at(-1)).toMatchObject({ name: 'private-data', result: { passed: 1 } })
})

test('a suite that could not find out says so, and counts neither as passed nor as failed', async () => {
  const { rows, running, said } = played([choice('audit', 'waits', `console.log('NOT AUDITED'); process.exit(75)`)])
  await running
  expect(rows[0]?.result).toEqual({ passed: 0, failed: 0, skipped: 1, why: 'NOT AUDITED' })
  expect(said.join('\n')).toContain('NOT AUDITED')
})

test('a suite whose set-up failed is told, and the next one runs', async () => {
  const { rows, running, said } = played(
    [choice('int', 'computes', '', ['servers']), choice('unit', 'computes', '')],
    async ([need]) => {
      if (need) throw new Error('no PostgreSQL')
    },
  )
  await running
  expect(rows.map(({ name, result }) => [name, result.passed, result.why])).toEqual([
    ['int', 0, 'its set-up failed'],
    ['unit', 1, undefined],
  ])
  expect(said.join('\n')).toContain('no PostgreSQL')
})

test('a lane that cannot go on ends the other', async () => {
  const { rows, running } = played(
    [choice('int', 'computes', '', ['servers']), choice('kill', 'waits', 'setInterval(() => {}, 1000)')],
    async ([need], session) => {
      if (!need) return
      session.abort(new Error('PostgreSQL died'))
      throw new Error('PostgreSQL died')
    },
  )
  await expect(running).rejects.toThrow()
  expect(rows).toEqual([])
})

test('what a child prints is told under its name when another prints too', async () => {
  const { session, said } = testSession()
  const child = await startChild(session, {
    name: 'int',
    command: process.execPath,
    args: ['-e', `console.log('one\\ntwo')`],
    cwd: session.home,
    env: session.env,
    output: 'prefixed',
  })
  await child.exited
  expect(said).toEqual(['int      | one', 'int      | two'])
  expect(readFileSync(child.logFile, 'utf8')).toBe('one\ntwo\n')
})

test.each([
  [14_900, 1, 0],
  [15_100, 1, 1],
  [15_100, 3, 0],
  [45_100, 3, 1],
])('%d ms with a budget of 10 s on a machine that is %d × as slow: %d failed', (ms, slowness, failed) => {
  const row = { name: 'unit', ms, budgetS: 10, result: { passed: 3, failed: 0, skipped: 0 } }
  expect(holdToBudget(row, slowness).result.failed).toBe(failed)
})

test('a filtered suite, and one that did not run, have no budget', () => {
  const result = { passed: 3, failed: 0, skipped: 0 }
  expect(holdToBudget({ name: 'unit', ms: 1e9, budgetS: undefined, result }, 1).result).toBe(result)
  const broken = { passed: 0, failed: 1, skipped: 0, why: 'not run' }
  expect(holdToBudget({ name: 'unit', ms: 1e9, budgetS: 1, result: broken }, 1).result).toBe(broken)
})

test('no machine is held to less than the budgets', async () => {
  expect(await measureSlowness()).toBeGreaterThanOrEqual(1)
})

test('rounds come from the environment, and a long run has its own', () => {
  expect(roundsOf({})).toEqual({ property: 1, kill: 1, isUsual: true })
  expect(roundsOf({ MOZHOU_KILL_ROUNDS: '3' })).toEqual({ property: 1, kill: 3, isUsual: false })
  expect(roundsOf({ MOZHOU_PROPERTY_ROUNDS: '50' }, { property: 20, kill: 5 })).toMatchObject({ property: 50, kill: 5 })
  expect(() => roundsOf({ MOZHOU_KILL_ROUNDS: 'many' })).toThrow('MOZHOU_KILL_ROUNDS=many is not a number of rounds')
})
