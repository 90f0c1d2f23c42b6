import { chooseSuites } from './choose-suites.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { createNeeds } from './needs.mjs'
import { ensureNode } from './node-runtime.mjs'
import { describeProblem, Interrupted } from './problem.mjs'
import { formatFailures, formatResults, formatTotal } from './report.mjs'
import { runLauncher } from './run-launcher.mjs'
import { runSuite } from './run-suite.mjs'
import { suites } from './suites.mjs'

/** @typedef {import('./session.mjs').Session} Session */
/** @typedef {import('./choose-suites.mjs').Choice} Choice */

const choices = readChoices()
if (choices === null) process.exitCode = 2
else await runAll(choices)

function readChoices() {
  try {
    return chooseSuites(process.argv.slice(2), suites)
  } catch (error) {
    console.error(describeProblem(error))
    return null
  }
}

/** @param {Choice[]} choices */
async function runAll(choices) {
  /** @type {import('./report.mjs').Row[]} */
  const rows = []
  const code = await runLauncher({ throwAway: `test-${process.pid}` }, async (session) => {
    await ensureNode(session)
    await ensureDependencies(session)
    await runChoices(session, choices, rows)
    return rows.some(({ result }) => result.failed > 0) ? 1 : 0
  })
  // Set-up that failed, or Ctrl-C: what did not run has not passed.
  for (const { suite } of choices.slice(rows.length)) {
    rows.push({ name: suite.name, ms: 0, result: { passed: 0, failed: 1, skipped: 0, why: 'not run' } })
  }
  console.log(`\n${formatFailures(rows)}${formatResults(rows)}\n\n${formatTotal(rows)}`)
  process.exit(code)
}

/**
 * @param {Session} session
 * @param {Choice[]} choices
 * @param {import('./report.mjs').Row[]} rows
 */
async function runChoices(session, choices, rows) {
  const { testEnv, meet } = createNeeds(session)
  for (const choice of choices) {
    const { name, needs } = choice.suite
    session.reporter.say(`\n── ${name} ──`)
    const startedAt = Date.now()
    const result = await meet(needs).then(
      () => runSuite(session, choice, testEnv),
      (error) => {
        // An interrupt, or a failure that took the servers down: no suite after this one can run.
        if (error instanceof Interrupted || session.signal.aborted) throw error
        session.reporter.say(describeProblem(error))
        return { passed: 0, failed: 1, skipped: 0, why: 'its set-up failed' }
      },
    )
    rows.push({ name, ms: Date.now() - startedAt, result })
  }
}
