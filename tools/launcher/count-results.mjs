/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults
 */

/**
 * A file that could not be loaded has no tests to count, and still is a failure.
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * A flaky test failed at least once: a defect, of the test or of the product.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors?: unknown[] }} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors = [] }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}

/**
 * A suite that ran nothing, or whose program failed although no test did, has failed.
 * @param {Counts} counts
 * @param {number | null} exitCode
 * @returns {Counts & { why?: string }}
 */
export function judge(counts, exitCode) {
  if (counts.failed > 0) return counts
  if (counts.passed === 0) return { ...counts, failed: 1, why: 'executed nothing' }
  if (exitCode !== 0) return { ...counts, failed: 1, why: `no test failed, but it exited with ${exitCode}` }
  return counts
}
