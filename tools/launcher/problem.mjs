/**
 * A failure a person can act on: what is wrong, why, and the commands or edits that mend it.
 * Anything else that reaches the top is a defect of the launcher and is printed with its stack.
 */
export class Problem extends Error {
  /**
   * @param {string} what
   * @param {{ why?: string, fixes?: string[], log?: string, cause?: unknown }} [more]
   */
  constructor(what, more = {}) {
    super(what, { cause: more.cause })
    this.name = 'Problem'
    this.why = more.why
    this.fixes = more.fixes ?? []
    this.log = more.log
  }
}

/** The person pressed Ctrl-C, or somebody sent SIGTERM. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted')
    this.name = 'Interrupted'
  }
}

/**
 * @param {unknown} error
 * @returns {string}
 */
export function describeProblem(error) {
  if (!(error instanceof Problem)) return error instanceof Error ? (error.stack ?? error.message) : String(error)
  const lines = [`✗ ${error.message}`]
  if (error.why) lines.push(`  why: ${error.why}`)
  if (error.fixes.length === 1) lines.push(`  do:  ${error.fixes[0]}`)
  if (error.fixes.length > 1) lines.push('  do one of:', ...error.fixes.map((fix) => `    - ${fix}`))
  if (error.log)
    lines.push(
      '',
      ...error.log
        .trimEnd()
        .split('\n')
        .map((line) => `  | ${line}`),
    )
  return lines.join('\n')
}

/**
 * The text of any thrown value.
 * @param {unknown} error
 */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error)
}

/**
 * The system's error code (`ENOENT`, `EACCES`, …) of a thrown value, if it has one.
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function codeOf(error) {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
