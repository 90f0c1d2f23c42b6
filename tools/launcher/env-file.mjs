import { readFileSync } from 'node:fs'
import { codeOf, Problem } from './problem.mjs'

const assignment = /^(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$/

/**
 * KEY=VALUE lines, `#` comments, single quotes (verbatim) and double quotes (with \n, \", \\).
 * @param {string} text
 * @returns {Record<string, string>}
 */
export function parseEnvFile(text) {
  /** @type {Record<string, string>} */
  const values = {}
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const match = assignment.exec(line)
    const value = match ? parseValue(match[2] ?? '') : null
    if (!match?.[1] || value === null) throw brokenLine(index + 1, line)
    values[match[1]] = value
  }
  return values
}

/**
 * @param {string} text
 * @returns {string | null} null when a quote is not closed or something follows it
 */
function parseValue(text) {
  const quote = text[0]
  if (quote !== '"' && quote !== "'") return text.replace(/(^|\s+)#.*$/, '').trim()
  const quoted = quote === "'" ? /^'([^']*)'\s*(?:#.*)?$/ : /^"((?:[^"\\]|\\.)*)"\s*(?:#.*)?$/
  const inner = quoted.exec(text)?.[1]
  if (inner === undefined) return null
  return quote === "'" ? inner : inner.replace(/\\(.)/g, (_, char) => (char === 'n' ? '\n' : char))
}

/**
 * @param {number} lineNumber
 * @param {string} line
 */
function brokenLine(lineNumber, line) {
  // The value may be a secret: show the name only.
  const shown = line.includes('=') ? `${line.slice(0, line.indexOf('='))}=…` : line.slice(0, 20)
  return new Problem(`.env line ${lineNumber} is not KEY=VALUE: ${shown}`, {
    why: 'a name needs letters, digits and _ only, and an opened quote must be closed on the same line',
    fixes: [`mend line ${lineNumber} of .env (see .env.example)`],
  })
}

/**
 * @param {string} path
 * @returns {Record<string, string>} empty when there is no such file
 */
export function readEnvFile(path) {
  try {
    return parseEnvFile(readFileSync(path, 'utf8'))
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return {}
    if (cause instanceof Problem) throw cause
    throw new Problem('.env cannot be read', { why: String(cause), fixes: [`chmod u+r ${path}`], cause })
  }
}
