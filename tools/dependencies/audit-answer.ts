const severities = ['low', 'moderate', 'high', 'critical'] as const
type Severity = (typeof severities)[number]
/** From here on an advisory fails the run. */
const failsFrom: readonly Severity[] = ['high', 'critical']

export type AuditVerdict =
  | { kind: 'clean'; told: string }
  | { kind: 'vulnerable'; told: string }
  /** Nothing is known: not the same as nothing being found. */
  | { kind: 'unanswered'; told: string }

interface Vulnerability {
  name: string
  severity: string
  range: string
}

/** What `npm audit --json` printed, however it ended. */
export function auditVerdict(output: string): AuditVerdict {
  const answer = parsed(output)
  if (answer === null || !('vulnerabilities' in answer) || !('metadata' in answer)) {
    return { kind: 'unanswered', told: whyUnanswered(answer, output) }
  }
  const found = Object.values(answer.vulnerabilities as Record<string, Vulnerability>)
  const lines = found.map(({ name, severity, range }) => `${severity}: ${name} ${range}`)
  const isBad = found.some(({ severity }) => failsFrom.some((bad) => bad === severity))
  return {
    kind: isBad ? 'vulnerable' : 'clean',
    told: [`${found.length} packages with advisories`, ...lines].join('\n'),
  }
}

function parsed(output: string): object | null {
  try {
    const value: unknown = JSON.parse(output.slice(Math.max(0, output.indexOf('{'))))
    return typeof value === 'object' ? value : null
  } catch (cause) {
    // What a registry in the way answers is not always JSON.
    if (cause instanceof SyntaxError) return null
    throw cause
  }
}

function whyUnanswered(answer: object | null, output: string): string {
  const message = answer && 'message' in answer ? String(answer.message) : output.trim().slice(0, 300)
  return message === '' ? 'npm audit printed nothing' : message
}
