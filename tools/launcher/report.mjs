import { seconds } from './reporter.mjs'
import { formatTable } from './table.mjs'

/** @typedef {{ name: string, ms: number, result: import('./run-suite.mjs').Result }} Row */

/**
 * @param {Row[]} rows
 * @returns {string}
 */
export function formatResults(rows) {
  const cells = rows.map(({ name, ms, result }) => [
    `${result.failed > 0 ? '✗' : '✓'} ${name}`,
    String(result.passed),
    String(result.failed),
    String(result.skipped),
    seconds(ms),
    result.why ?? '',
  ])
  return formatTable([['  suite', 'passed', 'failed', 'skipped', 'time', ''], ...cells])
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
