import { holdToBudget, isOverBudget } from './budget.mjs'
import { chooseSuites } from './choose-suites.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { createNeeds } from './needs.mjs'
import { ensureNode } from './node-runtime.mjs'
import { describeProblem } from './problem.mjs'
import { formatFailures, formatResults, formatTotal } from './report.mjs'
import { runLanes } from './run-lanes.mjs'
import { runLauncher } from './run-launcher.mjs'
import { suites } from './suites.mjs'
import { longRounds, roundsOf } from './test-rounds.mjs'
import { measureSlowness } from './yardstick.mjs'

/** @typedef {import('./choose-suites.mjs').Choice} Choice */
/** @typedef {import('./report.mjs').Row} Row */

/** Time-outs grow with the machine's slowness up to here: what hangs has to end some day. */
const mostPatience = 4

const asked = readArguments()
if (asked === null) process.exitCode = 2
else await runAll(asked)

/** `--long`, then suites and filters. */
function readArguments() {
  const isLong = process.argv[2] === '--long'
  try {
    return {
      chosen: chooseSuites(process.argv.slice(isLong ? 3 : 2), suites),
      rounds: roundsOf(process.env, isLong ? longRounds : undefined),
    }
  } catch (error) {
    console.error(describeProblem(error))
    return null
  }
}

/** @param {{ chosen: Choice[], rounds: ReturnType<typeof roundsOf> }} asked */
async function runAll({ chosen, rounds }) {
  /** @type {Map<string, Row>} */
  const done = new Map()
  const startedAt = Date.now()
  const before = await measureSlowness()
  const code = await runLauncher({ throwAway: `test-${process.pid}` }, async (session) => {
    session.env.MOZHOU_PROPERTY_ROUNDS = String(rounds.property)
    session.env.MOZHOU_TEST_SLOWNESS = Math.min(before, mostPatience).toFixed(1)
    await ensureNode(session)
    await ensureDependencies(session)
    await runLanes(session, chosen, createNeeds(session), {
      rounds: rounds.kill,
      done: (row) => void done.set(row.name, rounds.isUsual ? row : { ...row, budgetS: undefined }),
    })
    return 0
  })
  // Set-up that failed, or Ctrl-C: what did not run has not passed.
  const rows = chosen.map(({ suite: { name } }) => done.get(name) ?? notRun(name))
  const ms = Date.now() - startedAt
  // Whoever else is on the machine may have come later.
  const isLate = rows.some((row) => isOverBudget(row, before))
  const slowness = isLate ? Math.max(before, await measureSlowness()) : before
  const held = rows.map((row) => holdToBudget(row, slowness))
  console.log(`\n${formatFailures(held)}${formatResults(held, { slowness, ms })}\n\n${formatTotal(held)}`)
  process.exit(code === 0 && held.some(({ result }) => result.failed > 0) ? 1 : code)
}

/** @param {string} name @returns {Row} */
function notRun(name) {
  return { name, ms: 0, result: { passed: 0, failed: 1, skipped: 0, why: 'not run' } }
}
