import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

/** What the work below takes on the machine for which the budgets in suites.mjs are written, with nobody else on it. */
const referenceMs = 550

/** Text, numbers and memory, as compilers and tests use them; one piece for each core that suites use. */
const work = `
const { createHash } = require('node:crypto')
const rows = Array.from({ length: 2000 }, (_, at) => ({ at, name: 'row ' + at, words: ['a', 'b', String(at * 7919)] }))
let kept = ''
for (let round = 0; round < 100; round++) {
  const text = JSON.stringify(JSON.parse(JSON.stringify(rows)).sort((a, b) => (a.at * 31) % 997 - (b.at * 31) % 997))
  kept = createHash('sha256').update(text.replaceAll(/row (\\d+)/g, '$1 row') + kept).digest('hex')
}
`

/**
 * How much slower this machine is, at this moment and with whoever else is on it, than the one that budgets are written
 * for. Never below 1: what waits for a clock is not faster on a faster machine.
 */
export async function measureSlowness() {
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, runWork))
  return Math.max(1, (performance.now() - startedAt) / referenceMs)
}

function runWork() {
  return new Promise((resolve, reject) => {
    const worker = new Worker(work, { eval: true })
    worker.once('error', reject)
    worker.once('exit', resolve)
  })
}
