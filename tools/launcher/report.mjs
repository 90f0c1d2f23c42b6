import { seconds } from './reporter.mjs'
import { formatTable } from './table.mjs'

/**
 * `budgetS` is missing where only a part of a suite ran.
 * @typedef {{ name: string, ms: number, budgetS?: number | undefined, result: import('./run-suite.mjs').Result }} Row
 */

/**
 * @param {Row[]} rows
 * @param {{ slowness: number, ms: number }} run how slow the machine was, and how long everything took
 * @returns {string}
 */
export function formatResults(rows, { slowness, ms }) {
  const cells = rows.map(({ name, ms: took, budgetS, result }) => [
    `${result.failed > 0 ? '✗' : '✓'} ${name}`,
    String(result.passed),
    String(result.failed),
    String(result.skipped),
    seconds(took),
    budgetS === undefined ? '–' : seconds(budgetS * 1000 * slowness),
    result.why ?? '',
  ])
  const table = formatTable([['  suite', 'passed', 'failed', 'skipped', 'time', 'budget', ''], ...cells])
  const measured = slowness.toFixed(1)
  return `${table}\n\n  ${seconds(ms)} in all; budgets for a machine that is ${measured} × as slow as the one they are written for`
}

/**
 * What failed and why, or nothing: the end of a long output is all that some people see of it.
 * @param {Row[]} rows
 * @returns {string}
 */
export function formatFailures(rows) {
  return rows
    .flatMap(({ name, result }) => (result.failures ?? []).map(({ test, reason }) => ({ name, test, reason })))
    .map(({ name, test, reason }) => `✗ ${name}: ${test}\n${reason.replaceAll(/^/gm, '    ')}\n\n`)
    .join('')
}

/**
 * The plain last line that CI reads.
 * @param {Row[]} rows
 * @returns {string}
 */
export function formatTotal(rows) {
  const sum = (/** @type {'passed' | 'failed'} */ key) => rows.reduce((total, { result }) => total + result[key], 0)
  return `${sum('passed')} passed, ${sum('failed')} failed`
}
