import { availableParallelism } from 'node:os'
import { describeProblem, Interrupted } from './problem.mjs'
import { runSuite } from './run-suite.mjs'

/** @typedef {import('./session.mjs').Session} Session */
/** @typedef {import('./choose-suites.mjs').Choice} Choice */
/** @typedef {import('./report.mjs').Row} Row */

const coresForBrowser = 4

/**
 * The chosen suites by lane, but for those that come last. One core has nothing to give to a second lane.
 * @param {Choice[]} choices
 * @param {number} [cores]
 * @returns {Choice[][]}
 */
export function lanesOf(choices, cores = availableParallelism()) {
  const sideBySide = choices.filter(({ suite }) => suite.lane !== 'last')
  if (cores < 2) return sideBySide.length > 0 ? [sideBySide] : []
  const laneOf = (/** @type {Choice} */ { suite }) =>
    suite.lane === 'browser' && cores < coresForBrowser ? 'waits' : suite.lane
  return [...new Set(sideBySide.map(laneOf))].map((lane) => sideBySide.filter((choice) => laneOf(choice) === lane))
}

/**
 * Runs each lane's suites in order, the lanes side by side, and after them what comes last. A lane that cannot go on stops the others.
 * @param {Session} session
 * @param {Choice[]} choices
 * @param {{ meet: (needs: import('./suites.mjs').Need[]) => Promise<void>, testEnv: Record<string, string> }} needs
 * @param {{ rounds: number, done: (row: Row) => void }} run
 */
export async function runLanes(session, choices, needs, run) {
  const lanes = lanesOf(choices)
  const output = lanes.length > 1 ? /** @type {const} */ ('prefixed') : /** @type {const} */ ('plain')
  const runLane = async (/** @type {Choice[]} */ lane) => {
    for (const choice of lane) {
      // Set-up that fails has its own line; the clock of the suite begins after it.
      const problem = await needs.meet(choice.suite.needs).then(
        () => null,
        (error) => problemOf(session, error),
      )
      if (problem !== null) {
        run.done({ ...rowOf(choice, 0), result: { passed: 0, failed: 1, skipped: 0, why: 'its set-up failed' } })
        continue
      }
      session.reporter.say(output === 'plain' ? `\n── ${choice.suite.name} ──` : `▶ ${choice.suite.name}`)
      const startedAt = Date.now()
      const result = await runSuite(session, choice, { testEnv: needs.testEnv, output, rounds: run.rounds })
      run.done({ ...rowOf(choice, Date.now() - startedAt), result })
    }
  }
  const running = lanes.map((lane) =>
    runLane(lane).catch((error) => {
      session.abort(error)
      throw error
    }),
  )
  const ends = await Promise.allSettled(running)
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
  await runLane(choices.filter(({ suite }) => suite.lane === 'last'))
}

/**
 * @param {Session} session
 * @param {unknown} error
 * @returns {string} told already
 */
function problemOf(session, error) {
  // An interrupt, or a failure that took the servers down: no suite after this one can run.
  if (error instanceof Interrupted || session.signal.aborted) throw error
  const text = describeProblem(error)
  session.reporter.say(text)
  return text
}

/** A filter, or a part of the tests, has no budget. @param {Choice} choice @param {number} ms */
function rowOf({ suite, filters }, ms) {
  return { name: suite.name, ms, budgetS: filters.length === 0 ? suite.budgetS : undefined }
}
