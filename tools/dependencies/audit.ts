import { spawnSync } from 'node:child_process'
import { auditVerdict } from './audit-answer.ts'

// npm run audit:dependencies. 0: asked, nothing of weight; 1: something is; 75: the registry at hand does not answer such questions, so that
// nobody takes silence for an answer.

const exitCodes = { clean: 0, vulnerable: 1, unanswered: 75 }

const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', timeout: 60_000 })
const { kind, told } = auditVerdict(stdout ?? '')
const title =
  kind === 'unanswered'
    ? 'THE DEPENDENCIES WERE NOT AUDITED: the registry does not answer. Ask one that does.'
    : 'npm audit:'
console.log(`${title}\n${told}`)
process.exitCode = exitCodes[kind]
