import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/**
 * One test that failed: where, which, and why, for somebody who sees only the end of the output.
 * @typedef {{ test: string, reason: string }} Failure
 */

/**
 * @typedef {object} VitestTest
 * @property {string} status
 * @property {string} [fullName]
 * @property {string[]} [failureMessages]
 */

/**
 * @param {{ testResults: { name?: string, status: string, message?: string, assertionResults: VitestTest[] }[] }} report
 * @param {string} root files are named from here
 * @returns {Failure[]}
 */
export function vitestFailures(report, root) {
  return report.testResults.flatMap(({ name = '', status, message = '', assertionResults }) => {
    const file = relative(root, name)
    const failed = assertionResults.filter((test) => test.status === 'failed')
    // What fails outside every test, such as a beforeAll or an import, is told with the file.
    if (status === 'failed' && failed.length === 0) return [{ test: file, reason: shorten(message) }]
    return failed.map(({ fullName = '', failureMessages = [] }) => ({
      test: `${file} › ${fullName}`,
      reason: shorten(failureMessages.join('\n')),
    }))
  })
}

/**
 * @typedef {{ status: string, error?: { message?: string } }} Try
 * @typedef {{ title: string, file: string, line: number, tests: { projectName: string, status: string, results: Try[] }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 */

/**
 * @param {{ suites?: PlaywrightSuite[], errors?: { message?: string }[] }} report
 * @returns {Failure[]}
 */
export function playwrightFailures({ suites = [], errors = [] }) {
  const specs = suites.flatMap(specsOf)
  const failed = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results }) => ({
        test: `[${projectName}] ${file}:${line} › ${title}`,
        reason: shorten(results.find(({ error }) => error)?.error?.message ?? ''),
      })),
  )
  return [...failed, ...errors.map(({ message = '' }) => ({ test: 'outside every test', reason: shorten(message) }))]
}

/**
 * @param {string[]} command
 * @param {string} output a program tells its findings first or last; both are kept
 * @returns {Failure}
 */
export function commandFailure(command, output) {
  const lines = stripVTControlCharacters(output).trim().split('\n')
  const { lines: most } = longestReason
  const told = lines.length <= 2 * most ? lines : [...lines.slice(0, most), '…', ...lines.slice(-most)]
  return { test: command.join(' '), reason: told.map((line) => line.slice(0, 200)).join('\n') }
}

/** @param {PlaywrightSuite} suite @returns {Spec[]} */
function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)]
}

/** The first lines say what was waited for, or what differs; the rest stands above, where the suite told it. */
const longestReason = { lines: 8, characters: 800 }

/** @param {string} message */
function shorten(message) {
  const plain = stripVTControlCharacters(message).trim()
  const start = plain.split('\n').slice(0, longestReason.lines).join('\n').slice(0, longestReason.characters)
  return start.length < plain.length ? `${start} …` : plain
}
