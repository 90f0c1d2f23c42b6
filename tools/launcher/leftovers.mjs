import { rmSync } from 'node:fs'
import { isStillRunning } from './process-identity.mjs'
import { listLeftovers } from './run-record.mjs'
import { stopGroup } from './stop-group.mjs'

/**
 * Ends what a killed launcher left running, in the order of a normal stop. Only processes whose pid
 * and start time match the record are touched.
 * @param {string} runDir
 * @param {(line: string) => void} say
 */
export async function endLeftovers(runDir, say) {
  const leftovers = listLeftovers(runDir)
  const ranks = [...new Set(leftovers.map(({ stopRank }) => stopRank))].sort((a, b) => b - a)
  for (const rank of ranks) {
    const together = leftovers.filter(({ stopRank }) => stopRank === rank)
    await Promise.all(together.map((record) => endLeftover(record, say)))
  }
  rmSync(runDir, { recursive: true, force: true })
}

/**
 * @param {import('./run-record.mjs').RunRecord} record
 * @param {(line: string) => void} say
 */
async function endLeftover({ name, pid, identity, stopSignal }, say) {
  say(`! ends ${name} (pid ${pid}), left by a start that was killed`)
  await stopGroup({ pid, signal: stopSignal, graceMs: 5000, isGone: () => !isStillRunning(pid, identity) })
}
